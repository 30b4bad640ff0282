package schedule

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"example.com/backpressure/internal/schedule/step"
)

// usual is the width of a picture that fits 80 columns, with the eight that a
// test's log is indented by.
const (
	usual     = 72
	narrowest = 40
)

// width is what a picture may take.
func width() int {
	if n, err := strconv.Atoi(os.Getenv(step.PictureWidth)); err == nil {
		return max(n, narrowest)
	}
	return usual
}

// most is the number of rows.
const most = 40

// narrow is the width of a column in which a line of Go says nothing any more.
const narrow = 16

// picture draws the schedule of the last run: a column for each goroutine,
// a row for each line of the answer that ran, from the moment when there was
// more than one goroutine. When the columns would be too narrow to read, each
// is one letter wide, and the lines stand beside them.
func picture(s *search) string {
	rows, names := s.run.Rows(), s.run.Names()
	first := len(rows)
	for i, r := range rows {
		if r.Who != 0 {
			first = min(first, i)
		}
	}
	rows = rows[first:]
	start, end := fold(collapse(rows))
	columns := columnsOf(names, rows)
	if len(columns) > len(letters) { // only those of whom a line is shown
		columns = columnsOf(names, shown(start, end))
	}
	if len(columns) == 0 {
		return "\nschedule: no goroutine besides the test's ran a line of the answer"
	}
	var b strings.Builder
	marked := slices.ContainsFunc(rows, func(r step.Row) bool { return r.Preempted })
	fmt.Fprintf(&b, "\nschedule: %s\n", s.where(marked))
	if cell := (width()-7)/len(columns) - 1; cell >= narrow {
		table(&b, columns, cell, start, end)
	} else {
		lanes(&b, columns, start, end)
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// columnsOf returns a column for each goroutine that ran one of the rows.
func columnsOf(names []string, rows []step.Row) []column {
	ran := make([]bool, len(names))
	for _, r := range rows {
		ran[r.Who] = true
	}
	var columns []column
	for who, name := range names {
		if ran[who] {
			columns = append(columns, column{who, name})
		}
	}
	return columns
}

// A column is a goroutine's.
type column struct {
	who  int
	name string
}

// table draws columns that are cell characters wide.
func table(b *strings.Builder, columns []column, cell int, start, end []row) {
	b.WriteString("line  ")
	for _, c := range columns {
		name := c.name
		if len([]rune(name)) > cell {
			name = strings.TrimPrefix(name, "goroutine ")
		}
		b.WriteString(" " + pad(name, cell))
	}
	each(b, start, end, func(r row) {
		for _, c := range columns {
			text := ""
			if c.who == r.Who {
				text = r.Text
			}
			b.WriteString(" " + pad(text, cell))
		}
	})
}

// letters name the columns of lanes.
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// lanes draws columns of one letter, and says below who they are.
func lanes(b *strings.Builder, columns []column, start, end []row) {
	gap := " "
	if len(columns) > 10 {
		gap = ""
	}
	letter := func(i int) string { return letters[i%len(letters):][:1] }
	b.WriteString("line  ")
	for i := range columns {
		b.WriteString(gap + letter(i))
	}
	room := width() - 8 - len(columns)*(1+len(gap))
	each(b, start, end, func(r row) {
		for i, c := range columns {
			mark := " "
			if c.who == r.Who {
				mark = letter(i)
			}
			b.WriteString(gap + mark)
		}
		b.WriteString("  " + pad(r.Text, max(room, narrow)))
	})
	b.WriteString("\n")
	for i, c := range columns {
		fmt.Fprintf(b, "\n %s  %s", letter(i), c.name)
	}
}

// each begins a line for every row and lets cells go on.
func each(b *strings.Builder, start, end []row, cells func(row)) {
	for i, r := range append(start[:len(start):len(start)], end...) {
		if i == len(start) {
			b.WriteString("\n …")
		}
		mark := " "
		if r.Preempted {
			mark = ">"
		}
		fmt.Fprintf(b, "\n%s%-5s", mark, r.line())
		cells(r)
	}
}

// where says how far the search came, and what the mark is for if there is one.
func (s *search) where(marked bool) string {
	number := commas(s.before + s.schedules + 1)
	if s.seed > 0 {
		number += fmt.Sprintf(" tried, at random with seed %d", s.seed)
	} else {
		number += " tried, with " + preemptions(s.bound)
	}
	if marked {
		number += " (marked >)"
	}
	return "number " + number
}

// A row is one line of the picture; times says how often it stands for.
type row struct {
	step.Row
	times int
}

func (r row) line() string {
	if r.times > 1 {
		return fmt.Sprintf("%d×%d", r.Line, r.times)
	}
	return fmt.Sprint(r.Line)
}

// collapse joins what repeats.
func collapse(rows []step.Row) []row {
	var out []row
	for _, r := range rows {
		if n := len(out); n > 0 && out[n-1].Who == r.Who && out[n-1].File == r.File && out[n-1].Line == r.Line {
			out[n-1].times++
			continue
		}
		out = append(out, row{r, 1})
	}
	return out
}

// fold leaves out the middle of what is too long to read.
func fold(rows []row) (start, end []row) {
	if len(rows) <= most {
		return rows, nil
	}
	return rows[:most/3], rows[len(rows)-2*most/3:]
}

// shown returns the rows of what fold has left.
func shown(start, end []row) []step.Row {
	var rows []step.Row
	for _, r := range append(start[:len(start):len(start)], end...) {
		rows = append(rows, r.Row)
	}
	return rows
}

// pad cuts or fills text to n characters.
func pad(text string, n int) string {
	runes := []rune(text)
	if len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return text + strings.Repeat(" ", n-len(runes))
}
