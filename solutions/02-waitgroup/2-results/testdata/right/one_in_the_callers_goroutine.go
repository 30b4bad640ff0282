// The caller of Map would only wait, so it does the last element itself, when all
// the others have been started.
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	if len(in) == 0 {
		return out
	}
	last := len(in) - 1
	var others sync.WaitGroup
	others.Add(last)
	for i, element := range in[:last] {
		go func() {
			defer others.Done()
			out[i] = f(element)
		}()
	}
	out[last] = f(in[last])
	others.Wait()
	return out
}
