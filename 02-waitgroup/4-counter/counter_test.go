package counter_test

import (
	"embed"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	counter "example.com/backpressure/02-waitgroup/4-counter"
	"example.com/backpressure/internal/schedule"
	"example.com/backpressure/internal/schedule/step"
)

func TestTwoWaitGroupsShareNothing(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var zoo, rides counter.WaitGroup
		zoo.Add(1)
		ben := waits(t, &rides, "Ben")
		schedule.Quiesce()
		free := ben.back.Now() == 1
		ada := waits(t, &zoo, "Ada")
		rides.Add(1)
		rides.Done()
		rest()
		waiting := ada.back.Now() == 0
		zoo.Done()
		if !free {
			t.Fatal("nobody came to the rides, and one guest is in the zoo; Ben's Wait for the rides has not returned. Expected it to return at once")
		}
		if !waiting {
			t.Fatal("the last guest left the rides, and one guest is in the zoo; Ada's Wait for the zoo has returned. Expected it to wait")
		}
		ada.isBack("the last guest left the zoo")
	})
}

const negative = "counter: negative WaitGroup counter"

func TestACounterBelowZeroPanics(t *testing.T) {
	panics := func(t *testing.T, story string, before, f func(wg *counter.WaitGroup)) {
		t.Helper()
		var wg counter.WaitGroup
		before(&wg)
		var text string
		switch value := recovered(func() { f(&wg) }).(type) {
		case nil:
			t.Fatalf("%s, and nobody was told that the counter is below zero; expected a panic with the text %q", story, negative)
		case string:
			text = value
		case error:
			text = value.Error()
		default:
			t.Fatalf("%s, and the panic's value is the %T %v; expected the text %q as a string or as an error", story, value, value, negative)
		}
		if text != negative {
			t.Fatalf("%s, and the panic's text is %q; expected exactly %q", story, text, negative)
		}
	}
	schedule.Bubble(t, func(t *testing.T) {
		panics(t, "Done was called on a new WaitGroup", func(*counter.WaitGroup) {}, (*counter.WaitGroup).Done)
	})
	schedule.Bubble(t, func(t *testing.T) {
		panics(t, "Add(-1000) was called on a new WaitGroup", func(*counter.WaitGroup) {}, func(wg *counter.WaitGroup) { wg.Add(-1000) })
	})
	schedule.Bubble(t, func(t *testing.T) {
		panics(t, "two guests came and two left, and then Done was called once more", func(wg *counter.WaitGroup) {
			wg.Add(2)
			wg.Done()
			wg.Done()
			wg.Wait()
		}, (*counter.WaitGroup).Done)
	})
}

func TestASumBelowZeroPanics(t *testing.T) {
	// In a process of its own: nobody can say what is left of a WaitGroup after this.
	line := schedule.Crash(t, func() {
		var wg counter.WaitGroup
		wg.Add(2)
		panic(fmt.Sprint("recovered: ", recovered(func() { wg.Add(-3) })))
	})
	got := strings.TrimPrefix(line, "panic: recovered: ")
	switch got {
	case negative:
	case "<nil>":
		t.Fatalf("the counter was 2 and Add(-3) was called, and nobody was told that the sum is below zero; expected a panic with the text %q", negative)
	default:
		t.Fatalf("the counter was 2 and Add(-3) was called, and the panic's text is %q; expected exactly %q", got, negative)
	}
}

func TestWaitReturnsAtOnceWhenTheCounterIsZero(t *testing.T) {
	for _, c := range []struct {
		story  string
		before func(wg *counter.WaitGroup)
	}{
		{"nobody has come yet", func(*counter.WaitGroup) {}},
		{"Add(0) was called, and nobody has come yet", func(wg *counter.WaitGroup) {
			wg.Add(0)
			wg.Add(0)
		}},
		{"one guest came and left", func(wg *counter.WaitGroup) {
			wg.Add(1)
			wg.Done()
		}},
		{"one guest came and left, and then Add(0) was called", func(wg *counter.WaitGroup) {
			wg.Add(1)
			wg.Done()
			wg.Add(0)
		}},
		{"three guests came together and left together", func(wg *counter.WaitGroup) {
			wg.Add(3)
			wg.Add(-3)
		}},
		{"a thousand guests came together, and left one by one", func(wg *counter.WaitGroup) {
			wg.Add(1000)
			for range 1000 {
				wg.Done()
			}
		}},
	} {
		schedule.Bubble(t, func(t *testing.T) {
			var wg counter.WaitGroup
			text := schedule.Panic(func() { c.before(&wg) })
			require.Empty(t, text, "%s: the counter was never below zero, and there was a panic, %q", c.story, text)
			for n := 1; n <= 3; n++ {
				before := time.Now()
				wg.Wait()
				took := time.Since(before)
				require.Zero(t, took, "%s: call number %d of Wait took %v; expected it to return at once", c.story, n, took)
			}
		})
	}
}

func TestWaitWaitsForTheLastDone(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		const guests = 3
		var wg counter.WaitGroup
		wg.Add(guests)
		ada := waits(t, &wg, "Ada")
		for gone := range guests {
			ada.stillWaits("%d guests came and %d of them have left", guests, gone)
			wg.Done()
		}
		ada.isBack("%d guests came and all of them have left", guests)
	})
}

func TestTheCounterGoesUpAndDownInAnySteps(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		wg.Add(2)
		ada := waits(t, &wg, "Ada")
		n := 2
		for _, delta := range []int{1, 2, -3, 0, 3, -1, -4} {
			ada.stillWaits("the counter is %d", n)
			wg.Add(delta)
			n += delta
		}
		ada.isBack("Add(-4) was called when the counter was 4")
	})
}

func TestEverybodyWhoWaitsIsReleased(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		wg.Add(1)
		ada, ben := waits(t, &wg, "Ada"), waits(t, &wg, "Ben")
		ada.stillWaits("one guest has not left")
		ben.stillWaits("one guest has not left")
		wg.Done()
		ada.isBack("Ada and Ben were waiting when the last guest left")
		ben.isBack("Ada and Ben were waiting when the last guest left")
	})
}

func TestItCanBeUsedAgain(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		for evening := 1; evening <= 3; evening++ {
			wg.Wait()
			wg.Add(1)
			ada := waits(t, &wg, "Ada")
			ada.stillWaits("it is evening number %d, and one guest has not left", evening)
			wg.Done()
			ada.isBack("it is evening number %d, and the only guest has left", evening)
		}
	})
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		for range 3 { // evenings on which nobody waits
			wg.Add(1)
			wg.Done()
		}
		wg.Add(1)
		ada := waits(t, &wg, "Ada")
		ada.stillWaits("after three evenings on which nobody waited one guest has not left")
		wg.Done()
		ada.isBack("after three evenings on which nobody waited the only guest has left")
	})
}

func TestWaitIsOverTheMomentTheCounterIsZero(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		wg.Add(1)
		ada, ben := waits(t, &wg, "Ada"), waits(t, &wg, "Ben")
		rest()
		wg.Done()
		schedule.Quiesce() // and no time passes
		released := ada.back.Now() + ben.back.Now()
		time.Sleep(time.Second) // whoever looks at the clock has looked now
		if released < 2 {
			t.Fatalf("the last guest left while Ada and Ben were waiting, and at that moment %d of the 2 were released; "+
				"expected both. Whoever makes the counter zero should wake those who wait", released)
		}
	})
}

func TestAYearOfWaitingCostsNothing(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		wg.Add(1)
		ada := waits(t, &wg, "Ada")
		stirs := schedule.Stirs()
		ada.stillWaits("a year has passed, and one guest has not left")
		require.False(t, stirs, "nobody was done, and Ada, who waits, woke up all the same to look at the counter; "+
			"expected her to sleep until somebody wakes her")
		wg.Done()
		ada.isBack("the last guest left after a year")
	})
}

func TestGoStartsFAndWaitsForNobody(t *testing.T) {
	for _, calls := range []int{1, 2, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			leave := make(chan struct{})
			var wg counter.WaitGroup
			var started, through schedule.Gauge
			schedule.Go(t, "the caller", func() {
				for range calls {
					wg.Go(func() {
						started.Enter()
						<-leave
					})
				}
				through.Enter()
			})
			schedule.Quiesce()
			returned, running := through.Now() == 1, started.Now()
			close(leave)
			schedule.Quiesce()
			if !returned {
				t.Fatalf("somebody called Go %d times, f takes its time, and Go has not returned each time; expected it to wait for nobody", calls)
			}
			if running != calls {
				t.Fatalf("somebody called Go %d times, f takes its time, and %d calls of f run; expected each in a goroutine of its own", calls, running)
			}
			if started.Now() != calls {
				t.Fatalf("somebody called Go %d times, and f was called %d times; expected one call for each", calls, started.Now())
			}
		})
	}
}

func TestWaitWaitsUntilFHasReturned(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		leave := make(chan struct{}, 2)
		defer close(leave)
		var wg counter.WaitGroup
		for range 2 {
			wg.Go(func() { <-leave })
		}
		ada := waits(t, &wg, "Ada")
		ada.stillWaits("Go was called twice, and both calls of f are running")
		leave <- struct{}{}
		ada.stillWaits("Go was called twice, and one call of f is still running")
		leave <- struct{}{}
		ada.isBack("Go was called twice, and both calls of f have returned")
	})
}

func TestGoexitCountsDownToo(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		schedule.Go(t, "the caller", func() { wg.Go(runtime.Goexit) })
		schedule.Quiesce()
		ada := waits(t, &wg, "Ada")
		ada.isBack("f called runtime.Goexit, so its goroutine has ended")
	})
}

func TestAPanicInFEndsTheProgram(t *testing.T) {
	const text = "the printer is on fire"
	line := schedule.Crash(t, func() {
		var wg counter.WaitGroup
		wg.Go(func() { panic(text) })
	})
	switch {
	case line == "":
		t.Fatal("f panicked, and the program went on as if nothing had happened; expected it to end, as after a panic in any goroutine")
	case !strings.Contains(line, text):
		t.Fatalf("f panicked with %q, and the program's last words were %q; expected the panic's text in them", text, line)
	}
}

func TestWaitMissesNoDone(t *testing.T) {
	for _, names := range [][]string{{"Ada"}, {"Ada", "Ben"}} {
		schedule.Explore(t, func(t *testing.T) {
			var wg counter.WaitGroup
			wg.Add(1)
			var all []*waiter
			for _, name := range names {
				all = append(all, waits(t, &wg, name))
			}
			schedule.Go(t, "the last guest", wg.Done)
			for _, w := range all {
				w.isBack("the last guest left while %s came to wait", strings.Join(names, " and "))
			}
		})
	}
}

func TestTwoMayBeDoneAtTheSameMoment(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		wg.Add(2)
		var gone schedule.Gauge
		var bags, found [2]string
		for i, name := range []string{"Ben", "Cleo"} {
			schedule.Go(t, name, func() {
				bags[i] = name
				gone.Enter()
				wg.Done()
			})
		}
		ada := &waiter{t: t, name: "Ada"}
		schedule.Go(t, ada.name, func() {
			wg.Wait()
			if ada.saw = gone.Now(); ada.saw == 2 {
				found = bags // a data race, unless Done and Wait put them in order
			}
			ada.back.Enter()
		})
		ada.isBack("Ben and Cleo, the last two guests, left at the same moment")
		if ada.saw < 2 {
			t.Fatalf("Ben and Cleo, the last two guests, left at the same moment, and Ada's Wait returned "+
				"when %d of the 2 had called Done; expected it to wait for both", ada.saw)
		}
		require.Equal(t, bags, found, "Ben and Cleo each left a bag before Done; after Wait, Ada found %q", found)
	})
}

func TestNoCountIsLost(t *testing.T) {
	const story = "Ada and Ben called Add(1) at the same moment"
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		schedule.Go(t, "Ada", func() { wg.Add(1) })
		schedule.Go(t, "Ben", func() { wg.Add(1) })
		schedule.Quiesce()
		cleo := waits(t, &wg, "Cleo")
		cleo.stillWaits(story)
		wg.Done()
		cleo.stillWaits(story + ", and there was one Done since")
		wg.Done()
		cleo.isBack(story + ", and there were two Dones since")
	})
	schedule.Explore(t, func(t *testing.T) {
		const story = "the counter was 1, and Ada called Add(1) while Ben called Done"
		var wg counter.WaitGroup
		wg.Add(1)
		schedule.Go(t, "Ada", func() { wg.Add(1) })
		schedule.Go(t, "Ben", wg.Done)
		schedule.Quiesce()
		cleo := waits(t, &wg, "Cleo")
		cleo.stillWaits(story)
		wg.Done()
		cleo.isBack(story + ", and there was another Done since")
	})
}

func TestGoCountsBeforeItStarts(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		var ended schedule.Gauge
		wg.Go(func() { ended.Enter() })
		ada := waitsAndCounts(t, &wg, "Ada", &ended)
		ada.isBack("Go was called, and f has returned")
		if ada.saw < 1 {
			t.Fatal("Go was called and then Wait, and Wait returned before f had ended; expected it to wait for f")
		}
	})
}

func TestFMayCallGoItself(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var wg counter.WaitGroup
		var ended schedule.Gauge
		wg.Go(func() {
			wg.Go(func() { ended.Enter() })
			ended.Enter()
		})
		ada := waitsAndCounts(t, &wg, "Ada", &ended)
		ada.isBack("f called Go itself, and both functions have returned")
		if ada.saw < 2 {
			t.Fatalf("f called Go itself, and Wait returned when %d of the two functions had ended; expected it to wait for both", ada.saw)
		}
	})
}

func TestItCanBeUsedAgainAsSoonAsWaitHasReturned(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		const story = "Ada's Wait had returned, while the Done that made the counter zero was perhaps not yet over; she called Add(1) and then Wait"
		again, leave := make(chan struct{}), make(chan struct{})
		var wg counter.WaitGroup
		wg.Add(1)
		schedule.Go(t, "the last guest", wg.Done)
		ada := &waiter{t: t, name: "Ada"}
		schedule.Go(t, ada.name, func() {
			wg.Wait()
			wg.Add(1)
			close(again)
			wg.Wait()
			ada.back.Enter()
		})
		schedule.Go(t, "the next guest", func() {
			<-again
			<-leave
			wg.Done()
		})
		pass(aMoment)
		early := ada.back.Now() == 1
		close(leave)
		if early {
			t.Fatal(story + ", and this Wait has returned; expected it to wait for a Done")
		}
		time.Sleep(aMoment)
		select {
		case <-again:
			ada.isBack(story + ", and there was a Done since")
		default:
			ada.isBack("the last guest left while Ada came to wait")
		}
	})
}

func TestAsManyAsLikeMayWait(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) { // one who waits in a loop should not become a thousand
		var wg counter.WaitGroup
		wg.Add(1)
		ada := waits(t, &wg, "Ada")
		rest()
		wg.Done()
		ada.isBack("the last guest left while Ada was waiting")
	})
	schedule.Bubble(t, func(t *testing.T) {
		const crowd = 1000
		var wg counter.WaitGroup
		wg.Add(1)
		var all []*waiter
		for n := 1; n <= crowd; n++ {
			all = append(all, waits(t, &wg, fmt.Sprintf("guard %d", n)))
		}
		rest()
		wg.Done()
		for _, w := range all {
			w.isBack("%d guards were waiting when the last guest left", crowd)
		}
	})
}

// The files of the package, without the tests, as they are compiled. When the
// judge puts another answer in their place it is that answer's text.
//
//go:embed *.go
var files embed.FS

func TestSyncWaitGroupItselfIsNotUsed(t *testing.T) {
	context := build.Default
	context.OpenFile = func(name string) (io.ReadCloser, error) { return files.Open(filepath.Base(name)) }
	entries, err := files.ReadDir(".")
	require.NoError(t, err)
	for _, entry := range entries {
		name := entry.Name()
		compiled, err := context.MatchFile(".", name)
		if strings.HasSuffix(name, "_test.go") || err != nil || !compiled {
			continue
		}
		text, err := files.ReadFile(name)
		require.NoError(t, err)
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, text, 0)
		require.NoError(t, err)
		// "sync", or what the judge has put in its place.
		local := make(map[string]bool)
		for _, spec := range file.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			switch {
			case path != "sync" && !strings.HasSuffix(path, "/sync"):
			case spec.Name != nil:
				local[spec.Name.Name] = true
			default:
				local["sync"] = true
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if selector, ok := n.(*ast.SelectorExpr); ok && selector.Sel.Name == "WaitGroup" {
				if pkg, ok := selector.X.(*ast.Ident); ok && pkg.Obj == nil && local[pkg.Name] {
					t.Errorf("line %d of %s uses sync.WaitGroup; expected the WaitGroup to be built from other things",
						set.Position(selector.Pos()).Line, name)
				}
			}
			return true
		})
	}
}

// A waiter calls Wait, once.
type waiter struct {
	t    *testing.T
	name string
	back schedule.Gauge
	saw  int // what the Gauge counted at that moment
}

func waits(t *testing.T, wg *counter.WaitGroup, name string) *waiter {
	return waitsAndCounts(t, wg, name, new(schedule.Gauge))
}

func waitsAndCounts(t *testing.T, wg *counter.WaitGroup, name string, g *schedule.Gauge) *waiter {
	w := &waiter{t: t, name: name}
	schedule.Go(t, name, func() {
		wg.Wait()
		w.saw = g.Now()
		w.back.Enter()
	})
	return w
}

// stillWaits ends the test when Wait has returned.
func (w *waiter) stillWaits(story string, args ...any) {
	w.t.Helper()
	rest()
	if w.back.Now() > 0 {
		w.t.Fatalf("%s, and %s's Wait has returned; expected it to wait", fmt.Sprintf(story, args...), w.name)
	}
}

// isBack ends the test when Wait has not returned, though there was time: that
// it should return at once is a test of its own.
func (w *waiter) isBack(story string, args ...any) {
	w.t.Helper()
	time.Sleep(10 * aMoment)
	schedule.Quiesce()
	if w.back.Now() == 0 {
		w.t.Fatalf("%s, and %s still waits; expected Wait to return", fmt.Sprintf(story, args...), w.name)
	}
}

// aMoment is enough for whoever looks at a clock every now and then. It is odd, so
// that nothing else happens at its end.
const aMoment = 150*time.Millisecond + time.Nanosecond

// rest lets everybody come to rest, though some may be waiting.
func rest() { pass(0) }

// pass lets time pass, though some may be waiting.
//
// Whoever waits for a mutex rests, too, and the judge sees to it that he does.
// Plain "go test" leaves the answer's mutexes as they are, and virtual time stands
// still while anybody waits for one: there the others get their turn, and that is
// all.
func pass(d time.Duration) {
	if !step.Rewritten() {
		for range 100 {
			runtime.Gosched()
		}
		return
	}
	time.Sleep(d)
	schedule.Quiesce()
}

func recovered(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}
