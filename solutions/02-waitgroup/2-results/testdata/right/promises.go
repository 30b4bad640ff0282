// Futures as closures: start returns a function that waits for the result. Map
// starts them all, and then asks them one by one.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	var promised []func() Out
	for _, element := range in {
		promised = append(promised, start(func() Out { return f(element) }))
	}
	out := []Out{}
	for _, result := range promised {
		out = append(out, result())
	}
	return out
}

func start[T any](f func() T) (result func() T) {
	var value T
	done := make(chan struct{})
	go func() {
		defer close(done)
		value = f()
	}()
	return func() T {
		<-done
		return value
	}
}
