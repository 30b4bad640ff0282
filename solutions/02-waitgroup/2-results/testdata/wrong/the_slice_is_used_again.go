// The slice of the results is kept and used again by the next call.
//
// The caller of the first Map still holds it, and sees its results change.
//
// Fails: TestCallsOfMapShareNothing
package results

import "sync"

var (
	mu   sync.Mutex
	kept any
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	mu.Lock()
	out, _ := kept.([]Out)
	kept = nil
	mu.Unlock()
	if cap(out) < len(in) || out == nil {
		out = make([]Out, len(in))
	}
	out = out[:len(in)]
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(element)
		}()
	}
	wg.Wait()
	mu.Lock()
	kept = out
	mu.Unlock()
	return out
}
