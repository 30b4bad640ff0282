// Two goroutines may close the output, and each looks first whether the other one did.
//
// To look and then to close is two steps: both look, and both close. A sync.Once makes one
// step of it; better still is one goroutine whose task it is.
//
// Fails: TestCtxMayEndAtAnyMoment
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output, closed := make(chan T), make(chan struct{})
	closeOnce := func() {
		select {
		case <-closed:
		default:
			close(closed)
			close(output)
		}
	}
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, output) })
	}
	go func() {
		forwarders.Wait()
		closeOnce()
	}()
	go func() {
		select {
		case <-ctx.Done():
			forwarders.Wait()
			closeOnce()
		case <-closed:
		}
	}()
	return output
}

func forward[T any](ctx context.Context, input <-chan T, output chan<- T) {
	for {
		select {
		case value, open := <-input:
			if !open {
				return
			}
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
