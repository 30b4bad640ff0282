// Map sleeps for a second instead of waiting.
//
// A second is enough on the author's machine. Nothing orders the writes of the
// calls and the reads of the caller, however long the sleep.
//
// Fails: race
package results

import "time"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	for i, element := range in {
		go func() { out[i] = f(element) }()
	}
	time.Sleep(time.Second)
	return out
}
