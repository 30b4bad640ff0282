// Map returns without waiting.
//
// The slice has its length at once, and its elements come later, when the caller
// has long begun to read.
//
// Fails: race
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	for i, element := range in {
		go func() { out[i] = f(element) }()
	}
	return out
}
