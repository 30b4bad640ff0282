// A goroutine waits for the end of ctx, and does not hear that all is over.
//
// When the inputs close first, nobody needs it any more. It stays for as long as ctx is
// open, which may be as long as the program runs.
//
// Fails: TestNothingIsLeftBehindWhenTheInputsHaveClosed
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output, stop := make(chan T), make(chan struct{})
	go func() {
		<-ctx.Done()
		close(stop)
	}()
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Go(func() { forward(stop, input, output) })
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](stop <-chan struct{}, input <-chan T, output chan<- T) {
	for {
		select {
		case value, open := <-input:
			if !open {
				return
			}
			select {
			case output <- value:
			case <-stop:
				return
			}
		case <-stop:
			return
		}
	}
}
