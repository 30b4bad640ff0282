// The address of an element tells which one it is.
//
// Elements of a type without a size, such as struct{}, all have the same address.
// The index is there, and is different for each.
//
// Fails: TestElementsAndResultsMayBeOfAnyType
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(map[*In]chan Out, len(in))
	for i := range in {
		results[&in[i]] = make(chan Out, 1)
	}
	for element, result := range results {
		go func() { result <- f(*element) }()
	}
	out := make([]Out, len(in))
	for i := range in {
		result := results[&in[i]]
		out[i] = <-result
		result <- out[i]
	}
	return out
}
