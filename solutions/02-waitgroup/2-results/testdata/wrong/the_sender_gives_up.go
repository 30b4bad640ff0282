// A sender that finds nobody ready tries for a second, and then gives up.
//
// The collector reads when all calls have been started and the first has ended; but
// it reads in the order of the elements, and whoever is behind a long call is not
// heard in time.
//
// Fails: TestEveryResultStandsWhereItsElementStands
package results

import "time"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan Out, len(in))
	for i, element := range in {
		results[i] = make(chan Out)
		go func() {
			defer close(results[i])
			value := f(element)
			select {
			case results[i] <- value:
			case <-time.After(100 * time.Millisecond):
			}
		}()
	}
	out := make([]Out, len(in))
	for i := range out {
		out[i] = <-results[i]
	}
	return out
}
