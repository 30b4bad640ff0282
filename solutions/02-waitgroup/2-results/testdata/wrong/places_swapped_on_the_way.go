// The index travels through one channel and the value through another.
//
// Each channel keeps its own order, and nothing keeps the two together: between the
// two sends of one call another call may send.
//
// Fails: TestNoResultIsLost
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	indices := make(chan int, len(in))
	values := make(chan Out, len(in))
	for i, element := range in {
		go func() {
			value := f(element)
			indices <- i
			values <- value
		}()
	}
	out := make([]Out, len(in))
	for range in {
		out[<-indices] = <-values
	}
	return out
}
