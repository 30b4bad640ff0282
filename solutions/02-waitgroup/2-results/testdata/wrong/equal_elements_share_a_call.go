// Equal elements are asked once, and share the result.
//
// Nobody promised that f gives the same answer to the same question: it may draw a
// number, or ask a server. And an element that can't be a key of a map ends the
// program.
//
// Fails: TestEachElementGetsOneCall TestElementsAndResultsMayBeOfAnyType
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	asked := make(map[any][]int)
	for i, element := range in {
		asked[element] = append(asked[element], i)
	}
	var wg sync.WaitGroup
	for element, places := range asked {
		wg.Add(1)
		go func() {
			defer wg.Done()
			e, _ := element.(In)
			value := f(e)
			for _, i := range places {
				out[i] = value
			}
		}()
	}
	wg.Wait()
	return out
}
