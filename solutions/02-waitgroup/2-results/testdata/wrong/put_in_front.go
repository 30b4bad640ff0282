// Each new result is put in front of the others.
//
// That gives the right order when the calls end from last to first, and in no other
// case.
//
// Fails: TestEveryResultStandsWhereItsElementStands TestNoResultIsLost
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, 0, len(in))
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			mu.Lock()
			defer mu.Unlock()
			out = append([]Out{value}, out...)
		}()
	}
	wg.Wait()
	return out
}
