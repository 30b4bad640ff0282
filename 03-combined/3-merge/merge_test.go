package merge_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	merge "example.com/backpressure/03-combined/3-merge"
	"example.com/backpressure/internal/schedule"
)

func TestMergeReturnsAtOnce(t *testing.T) {
	for _, inputs := range []int{1, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, inputs)
			defer s.release()
			s.merge() // which says so when it does not return
		})
	}
}

func TestNoInputsMakeAClosedOutput(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 0)
		defer s.release()
		s.merge()
		s.expectClosed("Merge got no inputs")
	})
}

func TestMergeSleepsWhileNothingComes(t *testing.T) {
	for _, values := range []int{0, 2} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, 2)
			defer s.release()
			for i := range s.inputs {
				s.fill(i, values)
			}
			s.merge()
			story := "the inputs say nothing"
			if values > 0 {
				story = "the inputs have values, and nobody reads"
			}
			require.False(t, schedule.Stirs(), "%s, and a goroutine of Merge's woke up all the same to look; expected all of them to sleep until somebody wakes them", story)
		})
	}
}

func TestEveryValueComesOutOnce(t *testing.T) {
	for _, inputs := range []int{1, 2, 5, 200} {
		schedule.Bubble(t, func(t *testing.T) { // all that will ever come is there, and the inputs are closed
			s := open(t, inputs)
			defer s.release()
			for i := range inputs {
				s.fill(i, i%3) // none, too
				s.close(i)
			}
			s.merge()
			s.expectAll(s.readsOn())
		})
		schedule.Bubble(t, func(t *testing.T) { // producers that take their time
			s := open(t, inputs)
			defer s.release()
			for i := range inputs {
				schedule.Go(t, fmt.Sprintf("the producer of input %d", i+1), func() {
					time.Sleep(time.Duration(i*7%5) * time.Millisecond)
					s.produce(i, i%3)
					s.close(i)
				})
			}
			s.merge()
			s.expectAll(s.readsOn())
		})
	}
	schedule.Bubble(t, func(t *testing.T) { // a reader who comes late
		s := open(t, 2)
		defer s.release()
		for i := range s.inputs {
			s.fill(i, 2)
			s.close(i)
		}
		s.merge()
		s.passes(10 * time.Minute)
		s.expectAll(s.readsOn())
	})
}

func TestZeroValuesAndNilComeOutToo(t *testing.T) {
	comesOut(t, "0, 1, 0", 0, 1, 0)
	comesOut(t, "three empty strings", "", "", "")
	comesOut(t, "two values of struct{}", struct{}{}, struct{}{})
	comesOut(t, "a nil slice and an empty one", []int(nil), []int{})
	comesOut(t, "nil, an error, nil, as values of type error", nil, errors.New("the ride is closed"), nil)
	comesOut[any](t, "nil, 0, nil, as values of type any", nil, 0, nil)
}

func TestTheValuesOfOneInputKeepTheirOrder(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 3)
		defer s.release()
		for i := range s.inputs {
			s.fill(i, 100)
			s.close(i)
		}
		s.merge()
		s.expectOrder(s.readsOn())
	})
	schedule.Explore(t, func(t *testing.T) {
		s := open(t, 1)
		defer s.release()
		s.fill(0, 2)
		s.close(0)
		s.output = merge.Merge(s.ctx, s.given...)
		s.expectOrder(s.readsOn())
	})
}

func TestASilentInputHoldsUpNoOther(t *testing.T) {
	for _, inputs := range []int{2, 3, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, inputs)
			defer s.release()
			s.merge()
			for i := inputs - 1; i >= 0; i -= 1 + inputs/20 {
				s.speaks(i, fmt.Sprintf("%d inputs are open, and only input %d has a value", inputs, i+1))
			}
		})
	}
}

func TestTheOutputClosesWithTheLastInput(t *testing.T) {
	for _, order := range [][]int{{0}, {0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, len(order))
			defer s.release()
			s.merge()
			for n, i := range order {
				s.expectOpen(fmt.Sprintf("%d of %d inputs are closed", n, len(order)))
				s.close(i)
			}
			s.expectClosed("all %d inputs are closed, and there were no values", len(order))
		})
	}
}

func TestANilInputNeverCloses(t *testing.T) {
	for _, nilFirst := range []bool{true, false} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, 1)
			defer s.releaseIfFailed()
			if nilFirst {
				s.given = append([]<-chan value{nil}, s.given...)
			} else {
				s.given = append(s.given, nil)
			}
			s.merge()
			s.speaks(0, "one input is nil, and the other has a value")
			s.close(0)
			s.expectOpen("one input is closed, and the other is nil, which never closes")
			s.end()
			s.expectClosed("one input is closed, the other is nil, and ctx was cancelled")
		})
	}
}

func TestAChannelMayBeGivenTwice(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 2)
		defer s.release()
		s.fill(0, 10)
		s.fill(1, 100)
		s.close(0)
		s.close(1)
		s.given = append(s.given, s.given[0])
		s.merge()
		s.expectAll(s.readsOn())
	})
}

func TestTwoMergesShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		silent, s := open(t, 2), open(t, 1)
		defer silent.release()
		defer s.release()
		silent.merge()
		s.fill(0, 3)
		s.close(0)
		s.merge()
		s.expectAll(s.readsOn())
		silent.expectOpen("Merge was called twice, the input of the other call is closed, those of this one are open")
	})
}

func TestAReaderThatStopsReadingStopsTheProducers(t *testing.T) {
	for _, inputs := range []int{1, 2, 5, 1000} {
		schedule.Bubble(t, func(t *testing.T) { // each producer waits until its value is taken
			s := open(t, inputs)
			defer s.release()
			for i := range inputs {
				schedule.Go(t, fmt.Sprintf("the producer of input %d", i+1), func() { s.produce(i, 10) })
			}
			s.merge()
			s.expectHeld()
		})
		schedule.Bubble(t, func(t *testing.T) { // the values lie ready in the inputs
			s := open(t, inputs)
			defer s.release()
			for i := range inputs {
				s.fill(i, 10)
			}
			s.merge()
			s.expectHeld()
		})
	}
}

func TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing(t *testing.T) {
	for _, inputs := range []int{1, 2, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, inputs)
			defer s.releaseIfFailed()
			s.merge()
			s.expectOpen("all inputs are open, and so is ctx")
			s.end()
			s.expectClosed("%s open, without a value, and ctx was cancelled", countOf(inputs, "input is", "inputs are"))
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 2)
		defer s.releaseIfFailed()
		s.end()
		s.merge()
		s.expectClosed("the inputs are open and have no value, and ctx had ended before Merge was called")
	})
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 2)
		defer s.releaseIfFailed()
		s.ctx, s.end = context.WithTimeout(s.ctx, 10*time.Minute)
		s.merge()
		s.close(1)
		s.expectOpen("one of 2 inputs is open, and ctx ends in ten minutes")
		s.passes(10 * time.Minute)
		s.expectClosed("one of 2 inputs is open and has no value, and ctx ended after ten minutes")
	})
}

func TestTheEndOfCtxClosesTheOutputThoughNobodyReads(t *testing.T) {
	for _, inputs := range []int{1, 2, 1000} {
		schedule.Bubble(t, func(t *testing.T) {
			s := open(t, inputs)
			defer s.releaseIfFailed()
			for i := range inputs {
				s.fill(i, 3)
			}
			s.merge()
			s.end()
			s.expectClosed("%s values that nobody reads, and ctx was cancelled", countOf(inputs, "input has", "inputs have"))
		})
	}
	schedule.Bubble(t, func(t *testing.T) {
		const inputs = 1000 // one of them may do right by the luck of a select
		s := open(t, inputs)
		defer s.releaseIfFailed()
		for i := range inputs {
			s.fill(i, 3)
		}
		s.end()
		s.merge()
		s.expectClosed("%d inputs have values that nobody reads, and ctx had ended before Merge was called", inputs)
	})
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 2)
		defer s.releaseIfFailed()
		for i := range s.inputs {
			s.fill(i, 1)
			s.close(i)
		}
		s.merge()
		s.end()
		s.expectClosed("the inputs are closed, nobody reads their last values, and ctx was cancelled")
	})
}

func TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut(t *testing.T) {
	const waiting, few = 5_000, 100
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 1)
		defer s.releaseIfFailed()
		s.fill(0, waiting)
		s.merge()
		s.end()
		schedule.Quiesce()
		if r := s.readsOn(); len(r.got) > few {
			t.Fatalf("ctx ended while %d values were waiting in the input, and %d values came out after that; expected a few at most",
				waiting, len(r.got))
		}
	})
}

func TestNothingIsLeftBehindWhenTheInputsHaveClosed(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		s := open(t, 2)
		defer s.releaseIfFailed()
		s.fill(0, 1)
		s.fill(1, 100)
		s.close(0)
		s.close(1)
		s.merge()
		s.expectAll(s.readsOn())
		// The bubble sees to the rest: ctx never ends, and all goroutines must.
	})
}

func TestTheOutputIsClosedOnceAndAfterTheLastValue(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		s := open(t, 2)
		defer s.release()
		s.fill(0, 1)
		s.close(0)
		s.close(1)
		s.output = merge.Merge(s.ctx, s.given...)
		s.expectAll(s.readsOn())
	})
}

func TestCtxMayEndAtAnyMoment(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		s := open(t, 1)
		defer s.releaseIfFailed()
		s.fill(0, 1)
		s.output = merge.Merge(s.ctx, s.given...)
		schedule.Go(t, "the end of ctx", s.end)
		r := s.readsOn()
		s.expectOrder(r)
		require.True(t, r.closed, "one input is open, a reader read on, and ctx ended. The reader still waits; expected the end of the output")
	})
	schedule.Explore(t, func(t *testing.T) {
		s := open(t, 1)
		defer s.releaseIfFailed()
		s.output = merge.Merge(s.ctx, s.given...)
		schedule.Go(t, "the end of ctx", s.end)
		schedule.Go(t, "the end of the input", func() { s.close(0) })
		s.expectClosed("the only input was closed, and ctx ended at the same moment")
	})
}

// countOf returns the number with the word that goes with it.
func countOf(n int, one, many string) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// A value knows where it comes from. Inputs and values are counted from one, so
// that the zero value is nobody's.
type value struct{ input, number int }

func (v value) String() string {
	if v == (value{}) {
		return "a zero value that nobody sent"
	}
	return fmt.Sprintf("value %d of input %d", v.number, v.input)
}

// A scene is one call of Merge, and everybody around it.
type scene struct {
	t      *testing.T
	ctx    context.Context
	end    context.CancelFunc
	inputs []chan value
	given  []<-chan value // what Merge gets: inputs, unless the test adds to them
	closed []bool
	total  []int            // how many values each input has, once all are sent
	sent   []schedule.Gauge // how many are sent
	stop   chan struct{}    // sends the producers and the reader home
	output <-chan value
}

// open makes a scene in which all inputs are open.
func open(t *testing.T, inputs int) *scene {
	s := &scene{t: t, inputs: make([]chan value, inputs), given: make([]<-chan value, inputs), closed: make([]bool, inputs),
		total: make([]int, inputs), sent: make([]schedule.Gauge, inputs), stop: make(chan struct{})}
	s.ctx, s.end = context.WithCancel(context.Background())
	for i := range inputs {
		s.fill(i, 0)
	}
	return s
}

// fill puts values into an input, before Merge is called.
func (s *scene) fill(i, values int) {
	s.inputs[i] = make(chan value, values)
	s.given[i] = s.inputs[i]
	s.produce(i, values)
}

// produce sends values into an input, and waits until each is taken.
func (s *scene) produce(i, values int) {
	s.total[i] += values
	for n := 1; n <= values; n++ {
		select {
		case s.inputs[i] <- value{i + 1, n}:
			s.sent[i].Enter()
		case <-s.stop:
			return
		}
	}
}

func (s *scene) close(i int) {
	s.closed[i] = true
	close(s.inputs[i])
}

// merge calls Merge, and returns when everybody has come to rest.
func (s *scene) merge() {
	s.t.Helper()
	s.output = call(s.t, s.ctx, s.given...)
}

// A watchedCtx stops whoever asks for it again and again and never waits: a loop
// that spins would keep the time in the bubble from passing, for ever.
type watchedCtx struct {
	context.Context
	t         *testing.T
	at, asked atomic.Int64
}

func (c *watchedCtx) Done() <-chan struct{} {
	const tooOften = 100_000 // in one moment of virtual time
	now := time.Now().UnixNano()
	if c.at.Swap(now) != now {
		c.asked.Store(0)
	}
	if n := c.asked.Add(1); n >= tooOften {
		if n == tooOften {
			c.t.Errorf("a loop in Merge never rests: it called ctx.Done() %d times in no time at all. A channel that is closed is always ready; "+
				"expected the loop to end, or to wait for another channel", n)
		}
		runtime.Goexit()
	}
	return c.Context.Done()
}

// call calls Merge, and ends the test when it does not return.
func call[T any](t *testing.T, ctx context.Context, inputs ...<-chan T) (output <-chan T) {
	t.Helper()
	returned := false
	schedule.Go(t, "the caller of Merge", func() {
		output = merge.Merge(&watchedCtx{Context: ctx, t: t}, inputs...)
		returned = true
	})
	schedule.Quiesce()
	require.True(t, returned, "Merge was called with %s, and has not returned: as long as it does not, nobody has an output to read from. "+
		"Expected it to return at once", countOf(len(inputs), "input", "inputs"))
	return output
}

// passes lets time pass, and returns when everybody has come to rest.
func (s *scene) passes(d time.Duration) {
	time.Sleep(d)
	schedule.Quiesce()
}

// speaks sends one value into an input and expects it to come out.
func (s *scene) speaks(i int, story string) {
	s.t.Helper()
	schedule.Go(s.t, fmt.Sprintf("the producer of input %d", i+1), func() { s.produce(i, 1) })
	v, what := next(s.output)
	schedule.Quiesce()
	if want := (value{i + 1, 1}); what != aValue || v != want {
		s.t.Fatalf("%s. In the second after that %s; expected this value: an input that says nothing holds up no other", story, what.told(v))
	}
}

// expectOpen ends the test when the output is closed.
func (s *scene) expectOpen(story string) {
	s.t.Helper()
	s.passes(time.Second)
	if v, what := now(s.output); what != nothing {
		s.t.Fatalf("%s, and %s; expected an open output and no value", story, what.told(v))
	}
}

// expectClosed ends the test when the output is not closed within a second in
// which nobody reads. What lies in a buffer may come out before.
func (s *scene) expectClosed(story string, args ...any) {
	s.t.Helper()
	s.passes(time.Second)
	for range len(s.output) {
		<-s.output
	}
	if v, what := now(s.output); what != theEnd {
		rest := "there is still no end of the output"
		if what == aValue {
			rest = fmt.Sprintf("the output is not closed: somebody still wants to send %s", v)
		}
		s.t.Fatalf("%s. A second later %s; expected a closed output", fmt.Sprintf(story, args...), rest)
	}
}

// flood is more than there ever is to read in a test.
const flood = 25_000

// A reading is what a reader saw.
type reading struct {
	got    []value
	closed bool
}

// readsOn lets a reader read until the output is closed, and returns after a
// second.
func (s *scene) readsOn() *reading {
	var r reading
	schedule.Go(s.t, "the reader", func() {
		for len(r.got) < flood {
			select {
			case v, open := <-s.output:
				if !open {
					r.closed = true
					return
				}
				r.got = append(r.got, v)
			case <-s.stop:
				return
			}
		}
	})
	s.passes(time.Second)
	return &r
}

// expectAll ends the test when not every value was read once, and then the end.
func (s *scene) expectAll(r *reading) {
	s.t.Helper()
	times := make(map[value]int)
	for _, v := range r.got {
		times[v]++
	}
	for i, total := range s.total {
		for n := 1; n <= total; n++ {
			v := value{i + 1, n}
			if times[v] == 0 {
				s.t.Fatalf("%s never came out; expected every value of every input", v)
			}
			if times[v] > 1 {
				s.t.Fatalf("%s came out %d times; expected it once", v, times[v])
			}
			delete(times, v)
		}
	}
	for v := range times {
		s.t.Fatalf("%s came out; expected only what the inputs had", v)
	}
	require.True(s.t, r.closed, "all inputs are closed and all their values have come out, and the reader still waits; expected the end of the output")
}

// expectOrder ends the test when the values of an input overtook each other.
func (s *scene) expectOrder(r *reading) {
	s.t.Helper()
	last := make(map[int]value)
	for _, v := range r.got {
		before := last[v.input]
		if v.number <= before.number {
			s.t.Fatalf("%s came out after %s; expected the values of one input in the order in which they went in, each of them once", v, before)
		}
		last[v.input] = v
	}
}

// expectHeld reads a few values and stops, and ends the test when Merge has then
// received more than one value of an input that did not come out.
func (s *scene) expectHeld() {
	s.t.Helper()
	read := make([]int, len(s.inputs))
	for reads := range 4 {
		s.passes(time.Second)
		for i, in := range s.inputs {
			received := s.sent[i].Now() - len(in)
			if received-read[i] > 1 {
				s.t.Fatalf("the reader took %s from the output and stopped. By now Merge has received %s of input %d, "+
					"of which %d came out; expected it to hold one value of each input at the most", countOf(reads, "value", "values"), countOf(received, "value", "values"), i+1, read[i])
			}
		}
		v, what := next(s.output)
		if what != aValue || v == (value{}) {
			s.t.Fatalf("all inputs have values, and the reader took %d and wants one more; in the next second %s; expected a value", reads, what.told(v))
		}
		read[v.input-1]++
	}
}

// release ends everything, so that a test that has failed does not also end in
// a deadlock. Whoever ignores ctx is freed by the end of the inputs.
func (s *scene) release() {
	s.end()
	close(s.stop)
	s.passes(time.Second)
	for i := range s.inputs {
		if !s.closed[i] {
			s.close(i)
		}
	}
	for range flood {
		if _, what := next(s.output); what != aValue {
			break
		}
	}
}

// releaseIfFailed is for the tests of what Merge has to do by itself.
func (s *scene) releaseIfFailed() {
	if s.t.Failed() {
		s.release()
	}
}

// comesOut checks that values of any type come through.
func comesOut[T any](t *testing.T, story string, values ...T) {
	t.Helper()
	schedule.Bubble(t, func(t *testing.T) {
		ctx, end := context.WithCancel(context.Background())
		defer end()
		in := make(chan T, len(values))
		for _, v := range values {
			in <- v
		}
		close(in)
		output := call(t, ctx, in)
		var got []string
		for range len(values) + 1 {
			v, what := next(output)
			if what != aValue {
				break
			}
			got = append(got, fmt.Sprintf("%#v", v))
		}
		for _, v := range values {
			text := fmt.Sprintf("%#v", v)
			at := slices.Index(got, text)
			if at < 0 {
				t.Fatalf("the input had %s, and %s did not come out as often as it went in", story, text)
			}
			got = slices.Delete(got, at, at+1)
		}
		if len(got) > 0 {
			t.Fatalf("the input had %s, and %s came out besides; expected nothing else", story, got[0])
		}
	})
}

// An outcome is what a look at the output found.
type outcome int

const (
	nothing outcome = iota
	theEnd
	aValue
)

func (o outcome) told(v any) string {
	return [...]string{"nothing came out", "the output was closed", fmt.Sprintf("%v came out", v)}[o]
}

// next looks for a second.
func next[T any](output <-chan T) (T, outcome) {
	select {
	case v, open := <-output:
		return v, outcomeOf(open)
	case <-time.After(time.Second):
		var none T
		return none, nothing
	}
}

// now looks once.
func now[T any](output <-chan T) (T, outcome) {
	select {
	case v, open := <-output:
		return v, outcomeOf(open)
	default:
		var none T
		return none, nothing
	}
}

func outcomeOf(open bool) outcome {
	if open {
		return aValue
	}
	return theEnd
}
