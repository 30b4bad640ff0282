// The results travel as any, and get their type back by an assertion.
//
// When Out is an interface and f returns nil, there is no type to assert: the
// assertion panics. A channel of Out needs none.
//
// Fails: TestElementsAndResultsMayBeOfAnyType
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make([]chan any, len(in))
	for i, element := range in {
		results[i] = make(chan any, 1)
		go func() { results[i] <- f(element) }()
	}
	out := make([]Out, len(in))
	for i := range out {
		out[i] = (<-results[i]).(Out)
	}
	return out
}
