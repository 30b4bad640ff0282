// A forwarder leaves through runtime.Goexit, from deep inside. Its deferred Done is
// called all the same.
package merge

import (
	"context"
	"runtime"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var wg sync.WaitGroup
	for _, input := range inputs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				send(ctx, output, receive(ctx, input))
			}
		}()
	}
	go func() {
		wg.Wait()
		close(output)
	}()
	return output
}

// receive returns a value, or does not return.
func receive[T any](ctx context.Context, input <-chan T) T {
	select {
	case value, open := <-input:
		if open {
			return value
		}
	case <-ctx.Done():
	}
	runtime.Goexit()
	panic("unreachable")
}

func send[T any](ctx context.Context, output chan<- T, value T) {
	select {
	case output <- value:
	case <-ctx.Done():
		runtime.Goexit()
	}
}
