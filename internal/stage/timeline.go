package stage

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// The widths of a timeline: a name, a bar and a remark fit into 60 columns.
const (
	nameWidth = 14
	barWidth  = 30
)

// moment is what Draw takes for one moment.
const moment = 50 * time.Millisecond

// A Timeline notes when things begin and end, and draws them one below the
// other. The zero value is ready; its time begins with the first note. It is
// safe for concurrent use.
type Timeline struct {
	mu    sync.Mutex
	zero  time.Time
	spans []*span
}

// A span is a row: something that lasts, or a moment.
type span struct {
	name       string
	begin, end time.Duration
	over       bool
	moment     bool
}

// Begin notes that name begins. It ends when the function returned is called.
func (l *Timeline) Begin(name string) (end func()) {
	s := l.note(span{name: name})
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		s.end, s.over = time.Since(l.zero), true
	}
}

// Mark notes that name happens now.
func (l *Timeline) Mark(name string) { l.note(span{name: name, moment: true}) }

func (l *Timeline) note(s span) *span {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.zero.IsZero() {
		l.zero = time.Now()
	}
	s.begin = time.Since(l.zero)
	l.spans = append(l.spans, &s)
	return &s
}

// Draw writes a row for everything noted, in the order of its beginning; of what
// begins in the same moment, first what ends first, and then by name. A row is a bar
// for what lasts, with an arrow where it has not ended, and a | for a moment.
func (l *Timeline) Draw(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Since(l.zero)
	last := time.Millisecond // never zero
	for _, s := range l.spans {
		if !s.over {
			s.end = now
		}
		if s.moment {
			s.end = s.begin
		}
		last = max(last, s.end)
	}
	// What happens in the same moment stands in the same column, though one of them
	// notes it a little later.
	last = max(round(last), time.Millisecond)
	column := func(d time.Duration) int { return int(min(round(d), last) * (barWidth - 1) / last) }
	rows := slices.Clone(l.spans)
	slices.SortStableFunc(rows, func(a, b *span) int {
		return cmp.Or(cmp.Compare(round(a.begin), round(b.begin)), cmp.Compare(round(a.end), round(b.end)), cmp.Compare(a.name, b.name))
	})
	for _, s := range rows {
		from, to := column(s.begin), column(s.end)
		bar := strings.Repeat(" ", from) + strings.Repeat("=", to-from+1)
		remark := fmt.Sprintf("%.1f s", s.end.Seconds())
		switch {
		case s.moment:
			bar = strings.Repeat(" ", from) + "|"
		case !s.over:
			bar = bar[:len(bar)-1] + ">"
			remark = "goes on"
		}
		fmt.Fprintf(w, "  %s %-*s %s\n", fit(s.name, nameWidth), barWidth, bar, remark)
	}
}

// round returns the beginning of the moment that d is in. A machine that has much to
// do notes things late, and hardly ever early.
func round(d time.Duration) time.Duration { return (d + moment/10).Truncate(moment) }

// fit cuts or fills text to n characters.
func fit(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return text + strings.Repeat(" ", n-utf8.RuneCountInString(text))
}
