package results_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	results "example.com/backpressure/02-waitgroup/2-results"
	"example.com/backpressure/internal/schedule"
)

func TestNoElementsGiveAnEmptySlice(t *testing.T) {
	for _, in := range [][]string{{}, nil} {
		name := "an empty slice"
		if in == nil {
			name = "nil"
		}
		schedule.Bubble(t, func(t *testing.T) {
			var calls schedule.Gauge
			out := results.Map(in, func(string) int { return calls.Enter() })
			schedule.Quiesce()
			require.Empty(t, out, "Map got %s and returned %d results; expected none", name, len(out))
			require.NotNil(t, out, "Map got %s and returned nil; expected a slice that is empty and not nil", name)
			require.Zero(t, calls.Now(), "Map got %s and called f; there was nothing to call it with", name)
		})
	}
}

func TestEachElementGetsOneCall(t *testing.T) {
	for _, names := range [][]string{{"Ada"}, {"Ada", "Ben"}, {"Ada", "Ada", "Ada"}, {"", "Ada", "", "Ben", "Ada"}} {
		schedule.Bubble(t, func(t *testing.T) {
			var turn schedule.Gauge
			calls := map[string]*schedule.Gauge{"": {}, "Ada": {}, "Ben": {}}
			out := results.Map(slices.Clone(names), func(name string) int {
				calls[name].Enter()
				return inTurn(&turn)
			})
			passes(time.Hour) // whatever still runs comes to its end

			for _, name := range []string{"Ada", "Ben", ""} {
				got, want := calls[name].Now(), occurrences(names, name)
				require.True(t, got == want, "Map got %q, and f was called %s with %q; expected %s", names, schedule.Count(got, "time"), name, schedule.Count(want, "time"))
			}
			require.Len(t, out, len(names), "Map got %s and returned %s; expected one for each", schedule.Count(len(names), "element"), schedule.Count(len(out), "result"))
			for n := 1; n <= len(names); n++ {
				require.True(t, occurrences(out, n) == 1, "Map got %q; the %s of f returned the numbers from 1 to %d, and Map returned %v. "+
					"Expected the result of each call once", names, schedule.Count(len(names), "call"), len(names), out)
			}
		})
	}
}

func TestMapReturnsWhenTheLastCallHasEnded(t *testing.T) {
	const aLittle = 11 * time.Nanosecond // whoever looks every millisecond looks too late
	for _, longest := range []time.Duration{3 * time.Second, 1000 * time.Hour} {
		schedule.Bubble(t, func(t *testing.T) {
			var ended schedule.Gauge
			begin := time.Now()
			results.Map([]time.Duration{time.Second, longest, 2 * time.Second}, func(d time.Duration) bool {
				time.Sleep(d + aLittle)
				ended.Enter()
				return true
			})
			took, over := time.Since(begin)-aLittle, ended.Now()
			passes(longest)
			passes(longest)

			require.True(t, over == 3, "three calls take 1s, %v and 2s; when Map returned, %d of them had ended. Expected Map to wait for all three", longest, over)
			require.True(t, took == longest, "three calls take 1s, %v and 2s, and Map returned after %v. "+
				"Expected the calls to run at the same time, and Map to return when the longest one ends", longest, took.Round(time.Microsecond))
		})
	}
}

func TestEveryResultStandsWhereItsElementStands(t *testing.T) {
	falling, mixed := make([]int, 300), make([]int, 300)
	for i := range falling {
		falling[i] = len(falling) - i
		mixed[i] = (i + 1) * 89 % 307 // no number twice
	}
	for _, order := range []struct {
		story string
		in    []int
	}{
		{"the last element's call ends first", falling},
		{"the calls end in no particular order", mixed},
	} {
		in := order.in
		schedule.Bubble(t, func(t *testing.T) {
			out := results.Map(slices.Clone(in), func(element int) string {
				time.Sleep(time.Duration(element) * time.Millisecond)
				return resultOf(element)
			})
			require.Len(t, out, len(in), "Map got %d elements and returned %d results; expected one for each", len(in), len(out))
			for i, element := range in {
				require.True(t, out[i] == resultOf(element), "%d elements, and %s: in[%d] is %d, and at index %d of the results stands %q; expected %q",
					len(in), order.story, i, element, i, out[i], resultOf(element))
			}
		})
	}
}

func TestAllCallsAreInProgressAtOnce(t *testing.T) {
	for _, elements := range []int{1, 2, 10, 1100} {
		schedule.Bubble(t, func(t *testing.T) {
			var inside, over schedule.Gauge
			goOn := make(chan struct{})
			schedule.Go(t, "the caller of Map", func() {
				results.Map(numbers(elements), func(element int) int {
					inside.Enter()
					<-goOn
					time.Sleep(time.Duration(element+1) * time.Millisecond) // one by one
					return element
				})
				over.Enter()
			})
			schedule.Quiesce()
			atOnce := inside.Now()
			close(goOn)
			passes(time.Minute)

			require.True(t, atOnce == elements, "%d elements, and calls of f that wait for each other: "+
				"%d of them are in progress, and the others don't start. Expected all %d to be in progress at once", elements, atOnce, elements)
			require.True(t, over.Now() == 1, "all %d calls have ended, and Map still does not return", elements)
		})
	}
}

func TestElementsAndResultsMayBeOfAnyType(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		values := []any{nil, "a text", 7}
		var turn schedule.Gauge
		out := results.Map(numbers(len(values)), func(i int) any {
			inTurn(&turn)
			return values[i]
		})
		require.Len(t, out, len(values), "Map got %d elements and returned %d results", len(values), len(out))
		for _, value := range values {
			require.Contains(t, out, value, "Out is the type any, and f returned nil, a text and a number; Map returned %v", out)
		}
	})
	schedule.Bubble(t, func(t *testing.T) {
		var turn schedule.Gauge
		out := results.Map([]any{nil, []int{1, 2}, func() {}}, func(element any) string {
			inTurn(&turn)
			return fmt.Sprintf("%T", element)
		})
		require.ElementsMatch(t, []string{"<nil>", "[]int", "func()"}, out,
			"In is the type any, and Map got nil, a slice of ints and a function; the types that f saw are %q", out)
	})
	schedule.Bubble(t, func(t *testing.T) {
		pointers := []*int{new(int), nil, new(int)}
		var turn schedule.Gauge
		out := results.Map(pointers, func(p *int) *int {
			inTurn(&turn)
			return p
		})
		require.Len(t, out, len(pointers), "Map got %d pointers and returned %d results", len(pointers), len(out))
		for i, p := range pointers {
			require.True(t, slices.Contains(out, p), "f returned the pointers that it got, and pointer %d of 3 is not among the results", i+1)
		}
	})
	schedule.Bubble(t, func(t *testing.T) {
		var turn schedule.Gauge
		out := results.Map(make([]struct{}, 3), func(struct{}) struct{} {
			inTurn(&turn)
			return struct{}{}
		})
		require.True(t, turn.Now() == 3, "Map got 3 elements of the type struct{}, which has no size, and called f %s; expected 3 calls", schedule.Count(turn.Now(), "time"))
		require.Len(t, out, 3, "Map got 3 elements of the type struct{}, which has no size, and returned %s; expected 3", schedule.Count(len(out), "result"))
	})
}

func TestTheElementsStayAsTheyAre(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		array := numbers(10)
		var turn schedule.Gauge
		results.Map(array[2:5], func(int) int {
			inTurn(&turn)
			return -1
		})
		require.True(t, slices.Equal(array[2:5], []int{2, 3, 4}), "Map got [2 3 4], and when it had returned, that slice was %v. Expected Map only to read it", array[2:5])
		require.True(t, slices.Equal(array, numbers(10)),
			"Map got the elements 2 to 4 of an array of ten, and when it had returned, the array was %v. Expected all of it to be as before", array)
	})
}

func TestTheResultsHaveMemoryOfTheirOwn(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		array := numbers(10)
		var turn schedule.Gauge
		out := results.Map(array[2:5], func(element int) int {
			inTurn(&turn)
			return element
		})
		out = out[:cap(out)]
		for i := range out {
			out[i] = -1
		}
		require.True(t, slices.Equal(array, numbers(10)),
			"somebody wrote -1 over the results of Map, and now the elements that Map was called with are %v. Results and elements should not share memory", array)
	})
}

func TestCallsOfMapShareNothing(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) { // one after the other
		in := []int{1, 2}
		var turn schedule.Gauge
		f := func(element int) string {
			inTurn(&turn)
			return resultOf(element)
		}
		morning := results.Map(in, f)
		in[0], in[1] = 3, 4
		evening := results.Map(in, f)
		require.ElementsMatch(t, []string{resultOf(3), resultOf(4)}, evening,
			"Map was called twice with the same slice, which had other elements the second time: 3 and 4. The second call returned %q", evening)
		require.ElementsMatch(t, []string{resultOf(1), resultOf(2)}, morning,
			"Map was called twice, with the elements 1 and 2 and with 3 and 4. After the second call the results of the first are %q", morning)
	})
	schedule.Bubble(t, func(t *testing.T) { // two at the same time
		var turn, first, second schedule.Gauge
		var firstOut, secondOut []int
		goOn := make(chan struct{})
		schedule.Go(t, "the first caller", func() {
			firstOut = results.Map([]int{1, 2}, func(element int) int {
				<-goOn
				inTurn(&turn)
				return element
			})
			first.Enter()
		})
		schedule.Quiesce()
		schedule.Go(t, "the second caller", func() {
			secondOut = results.Map([]int{3, 4}, func(element int) int {
				inTurn(&turn)
				return element
			})
			second.Enter()
		})
		passes(time.Second)
		tooEarly, tooLate := first.Now() == 1, second.Now() == 0
		close(goOn)
		passes(time.Second)
		require.False(t, tooLate, "two calls of Map are in progress. All the calls of f of the second have ended, and it does not return: it waits for the first")
		require.False(t, tooEarly, "two calls of Map are in progress. The first one has returned, and its calls of f have not ended")
		require.True(t, first.Now() == 1, "two calls of Map were in progress. All calls of f have ended, and the first Map does not return")
		require.ElementsMatch(t, []int{1, 2}, firstOut, "two calls of Map were in progress, with the elements 1 and 2 and with 3 and 4; the results of the first are %v", firstOut)
		require.ElementsMatch(t, []int{3, 4}, secondOut, "two calls of Map were in progress, with the elements 1 and 2 and with 3 and 4; the results of the second are %v", secondOut)
	})
	schedule.Bubble(t, func(t *testing.T) { // one inside the other
		var turn, over schedule.Gauge
		var outer [][]int
		schedule.Go(t, "the caller", func() {
			outer = results.Map([]int{10, 20}, func(tens int) []int {
				inTurn(&turn)
				return results.Map([]int{1, 2}, func(ones int) int {
					inTurn(&turn)
					return tens + ones
				})
			})
			over.Enter()
		})
		passes(time.Second)
		require.True(t, over.Now() == 1, "f itself calls Map. All calls have ended, or wait for Map, and the outer Map does not return")
		require.ElementsMatch(t, []int{11, 12, 21, 22}, slices.Concat(outer...), "f itself calls Map; the results are %v", outer)
	})
	schedule.Explore(t, func(t *testing.T) { // in any order
		var ada, ben []string
		var returned schedule.Gauge
		schedule.Go(t, "Ada", func() {
			ada = results.Map([]int{1}, resultOf)
			returned.Enter()
		})
		schedule.Go(t, "Ben", func() {
			ben = results.Map([]int{2}, resultOf)
			returned.Enter()
		})
		schedule.Quiesce()
		require.True(t, returned.Now() == 2, "Ada and Ben called Map at the same time, with one element each; all have come to rest, and %d of the two calls returned", returned.Now())
		require.True(t, slices.Equal(ada, []string{resultOf(1)}), "Ada and Ben called Map at the same time, with the elements 1 and 2, and Ada got %q", ada)
		require.True(t, slices.Equal(ben, []string{resultOf(2)}), "Ada and Ben called Map at the same time, with the elements 1 and 2, and Ben got %q", ben)
	})
}

func TestNoGoroutineIsLeftBehind(t *testing.T) {
	for _, elements := range []int{0, 1, 3} {
		schedule.Bubble(t, func(*testing.T) { // which looks at its end who is still there
			var turn schedule.Gauge
			results.Map(numbers(elements), func(int) int { return inTurn(&turn) })
		})
	}
}

func TestNoResultIsLost(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var calls, returned schedule.Gauge
		var out []string
		var over, overThen [2]bool // plain variables: what f writes is there when Map has returned
		schedule.Go(t, "the caller", func() {
			out = results.Map(numbers(2), func(element int) string {
				over[element] = true
				calls.Enter()
				return resultOf(element)
			})
			overThen = over
			returned.Enter()
		})
		schedule.Quiesce()
		require.True(t, calls.Now() == 2, "two elements: f was called %s, and everybody has come to rest; expected 2 calls", schedule.Count(calls.Now(), "time"))
		require.True(t, returned.Now() == 1, "two elements: both calls of f have ended, and Map does not return")
		require.True(t, overThen == [2]bool{true, true}, "two elements: Map returned before both calls of f had ended")
		require.Len(t, out, 2, "two elements: Map returned %s, %q; expected 2", schedule.Count(len(out), "result"), out)
		for i := range out {
			require.True(t, out[i] == resultOf(i), "two elements: at index %d stands %q; expected %q", i, out[i], resultOf(i))
		}
	})
}

func TestCallsCanMeetInAnySchedule(t *testing.T) {
	schedule.Explore(t, func(t *testing.T) {
		var inside, returned schedule.Gauge
		goOn := make(chan struct{})
		schedule.Go(t, "the caller", func() {
			results.Map(numbers(3), func(element int) int {
				if element > 0 {
					inside.Enter()
					<-goOn
				}
				return element
			})
			returned.Enter()
		})
		schedule.Quiesce()
		met := inside.Now()
		close(goOn)
		schedule.Quiesce()
		require.True(t, met == 2, "three elements: the call for the first ends at once, the other two wait for each other, "+
			"and the number of those that have started is %d. Expected both, whatever became of the first", met)
		require.True(t, returned.Now() == 1, "three elements: all calls of f have ended, and Map does not return")
	})
}

// inTurn waits until it is this call's turn to end, and returns the number of
// the turn: no two calls end at the same moment.
func inTurn(turn *schedule.Gauge) int {
	n := turn.Enter()
	time.Sleep(time.Duration(n) * time.Millisecond)
	return n
}

// passes lets time pass, and returns when everybody has come to rest.
func passes(d time.Duration) {
	time.Sleep(d)
	schedule.Quiesce()
}

// numbers returns 0 to n-1.
func numbers(n int) []int {
	in := make([]int, n)
	for i := range in {
		in[i] = i
	}
	return in
}

func resultOf(element int) string { return fmt.Sprintf("the result for element %d", element) }

func occurrences[T comparable](in []T, value T) (n int) {
	for _, v := range in {
		if v == value {
			n++
		}
	}
	return n
}
