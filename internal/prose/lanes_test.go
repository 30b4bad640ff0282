package prose_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/prose"
	limiter "example.com/backpressure/solutions/01-backpressure/3-limiter"
	gateway "example.com/backpressure/solutions/03-combined/4-gateway"
)

// lanes are the pictures of goroutines in docs/pictures. They are drawn from runs
// that are the same each time: in virtual time, or in an explored schedule.
var lanes = map[string]func(t *testing.T) drawing{
	"waiting":        waiting,
	"fan-in":         fanIn,
	"look-then-step": lookThenStep,
}

type drawing interface{ SVG() string }

func TestLanesAreWhatTheirRunsDraw(t *testing.T) {
	root, _ := pages(t)
	for name, draw := range lanes {
		file := filepath.Join(root, "docs", "pictures", name+".svg")
		drawn := draw(t).SVG()
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(drawn), 0o644))
		}
		kept, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, drawn, strings.ReplaceAll(string(kept), "\r\n", "\n"), "%s.svg is an old one; make pictures draws it again", name)
	}
}

func TestStepsAreReadFromATable(t *testing.T) {
	steps, ok := prose.ReadSteps("two", "✗ it fell\n\n  line   Ada              Ben, 2\n   30                     look()\n  >31    sit()\n   32    go()\n\n  TestIt\n  >99    no row\n")
	require.True(t, ok)
	assert.Equal(t, []string{"Ada", "Ben, 2"}, steps.Lanes)
	assert.Equal(t, []prose.Step{{1, "30", "look()", false}, {0, "31", "sit()", true}, {0, "32", "go()", false}}, steps.Steps)
	_, ok = prose.ReadSteps("none", "✗ it fell\n")
	assert.False(t, ok)
}

// A stopwatch notes who did what. It is used by goroutines of one bubble.
type stopwatch struct {
	began time.Time
	mu    sync.Mutex
	bars  map[string]prose.Bar
}

func newStopwatch() *stopwatch {
	return &stopwatch{began: time.Now(), bars: make(map[string]prose.Bar)}
}

func (s *stopwatch) now() time.Duration { return time.Since(s.began) }

func (s *stopwatch) note(name string, from time.Duration, remark string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bars[name] = prose.Bar{Name: name, From: from, To: s.now(), Remark: remark}
}

// waiting greets three guests in three ways, as the programs of chapter 02 do;
// each greeting takes its minutes.
func waiting(t *testing.T) drawing {
	guests := []string{"Ada", "Ben", "Cleo"}
	greet := func(s *stopwatch, i int) {
		from := s.now()
		time.Sleep(time.Duration(i+1) * time.Minute)
		s.note(guests[i], from, "")
	}
	picture := prose.Lanes{Title: "When does the park close?"}
	for _, way := range []struct {
		title string
		park  func(s *stopwatch)
	}{
		{"Nobody waits", func(s *stopwatch) {
			for i := range guests {
				go greet(s, i)
			}
		}},
		{"Add inside the goroutine", func(s *stopwatch) {
			var wg sync.WaitGroup
			begin := make(chan struct{}) // main is first to run, as it mostly is
			for i := range guests {
				go func() {
					<-begin
					wg.Add(1)
					defer wg.Done()
					greet(s, i)
				}()
			}
			wg.Wait()
			close(begin)
		}},
		{"Add before go, Done, Wait", func(s *stopwatch) {
			var wg sync.WaitGroup
			for i := range guests {
				wg.Add(1)
				go func() {
					defer wg.Done()
					greet(s, i)
				}()
			}
			wg.Wait()
		}},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := newStopwatch()
			way.park(s)
			end := s.now()
			time.Sleep(time.Hour)
			panel := prose.Panel{Title: way.title, End: end, Over: "the park closes"}
			for _, guest := range guests {
				panel.Bars = append(panel.Bars, s.bars[guest])
			}
			picture.Panels = append(picture.Panels, panel)
		})
	}
	return picture
}

// lookThenStep shows the schedule in the run that docs/schedules.md begins with.
func lookThenStep(t *testing.T) drawing {
	root, _ := pages(t)
	printed, err := os.ReadFile(filepath.Join(root, "docs", "runs", "look-then-step.txt"))
	require.NoError(t, err)
	steps, ok := prose.ReadSteps("One slot, and both calls find it free", strings.ReplaceAll(string(printed), "\r\n", "\n"))
	require.True(t, ok, "there is no schedule in it")
	return steps
}

// fanIn asks six rides through the reference gateway.
func fanIn(t *testing.T) drawing {
	rides := []string{"carousel", "swings", "wheel", "coaster", "boats", "ghost train"}
	picture := prose.Lanes{Title: "Fan out to six rides, fan in what came in time"}
	synctest.Test(t, func(t *testing.T) {
		s := newStopwatch()
		ask := func(name string, d time.Duration, remark string, answer func() (int, error)) gateway.Backend {
			return gateway.Backend{Name: name, Wait: func(context.Context) (int, error) {
				from := s.now()
				time.Sleep(d)
				s.note(name, from, remark)
				return answer()
			}}
		}
		minutes := func() (int, error) { return 10, nil }
		g := gateway.New(limiter.NewRequestLimiter(1), 2*time.Second,
			ask("carousel", 400*time.Millisecond, "answers", minutes),
			ask("swings", 900*time.Millisecond, "answers", minutes),
			ask("wheel", 1300*time.Millisecond, "answers", minutes),
			ask("coaster", 600*time.Millisecond, "fails", func() (int, error) { return 0, errors.New("the lift is stuck") }),
			ask("boats", 1100*time.Millisecond, "panics", func() (int, error) { panic("a leak") }),
			ask("ghost train", 3*time.Second, "too late", minutes))
		report, err := g.Report(t.Context())
		require.NoError(t, err)
		require.Len(t, report.Waits, 3)
		require.Len(t, report.Missing, 3)
		panel := prose.Panel{Title: "The timeout is two seconds", End: s.now(), Over: "the report: 3 answers, 3 missing"}
		time.Sleep(time.Hour)
		for _, name := range rides {
			panel.Bars = append(panel.Bars, s.bars[name])
		}
		picture.Panels = []prose.Panel{panel}
	})
	return picture
}
