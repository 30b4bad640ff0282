// The slice grows in the loop, while the calls already write to it.
//
// When append has no room left it moves the elements to a new array. A call that
// holds the address of its place writes to the old one.
//
// Fails: race
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := []Out{}
	var wg sync.WaitGroup
	for i, element := range in {
		out = append(out, *new(Out))
		place := &out[i]
		wg.Add(1)
		go func() {
			defer wg.Done()
			*place = f(element)
		}()
	}
	wg.Wait()
	return out
}
