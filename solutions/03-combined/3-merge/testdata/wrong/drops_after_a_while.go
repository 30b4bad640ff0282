// A value that nobody takes within five seconds is thrown away.
//
// A slow reader is no reason to lose anything. Whoever wants to give up ends ctx.
//
// Fails: TestMergeSleepsWhileNothingComes TestEveryValueComesOutOnce
package merge

import (
	"context"
	"sync"
	"time"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, input, output) })
	}
	go func() {
		forwarders.Wait()
		close(output)
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
			case <-time.After(5 * time.Second):
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
