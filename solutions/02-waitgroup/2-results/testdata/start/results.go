// Package results asks everybody the same question at the same time, and
// collects the answers.
//
// The Map below lets all the calls write to one slice. Results get lost, and the
// others stand in the order in which the calls ended. Give each result its place.
package results

import "sync"

// Map calls f with each element of in and returns the results. The result for
// in[i] stands at index i, whichever of the calls ends first.
//
//   - It calls f once for each element; equal elements get a call each.
//   - All the calls can be in progress at the same moment, however many elements
//     there are, so one call may wait for what another one does. (One of the
//     calls may run in the goroutine of Map's caller, when all the others have
//     been started.)
//   - Map returns when the last call has ended, not earlier and not later: it
//     takes as long as the longest call. While it waits it does not keep a
//     processor busy. When it has returned, its caller may read whatever the
//     calls wrote.
//   - When in is empty or nil, the result is an empty slice that is not nil, and
//     f is not called.
//   - in is not changed, and neither is the rest of the array that it is a part
//     of. The results have memory of their own, also when In and Out are the same
//     type.
//   - In and Out may be any types, interfaces and types without a size among
//     them, and f may return any value, nil and zero included.
//   - Calls of Map share nothing. Two may run at the same time, one of them
//     inside the other's f, and neither waits for the other's elements. A second
//     call with the same slice calls f again.
//   - No goroutine is left behind, and there is no data race.
//
// f returns normally. What becomes of a call that panics, or that ends its
// goroutine with runtime.Goexit, is not laid down.
func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, 0, len(in))
	var wg sync.WaitGroup
	for _, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out = append(out, f(element))
		}()
	}
	wg.Wait()
	return out
}
