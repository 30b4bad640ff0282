// The results are kept in a map, with the element as the key.
//
// Equal elements overwrite each other's result, and in the end all get the last
// one. An element that can't be a key ends the program.
//
// Fails: TestEachElementGetsOneCall TestElementsAndResultsMayBeOfAnyType
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(map[any]Out, len(in))
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, element := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value := f(element)
			mu.Lock()
			defer mu.Unlock()
			results[element] = value
		}()
	}
	wg.Wait()
	out := make([]Out, len(in))
	for i, element := range in {
		out[i] = results[element]
	}
	return out
}
