// A channel that is given twice gets one forwarder, and is counted as two.
//
// The count never comes to zero, and the output is not closed.
//
// Fails: TestAChannelMayBeGivenTwice
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	forwarders.Add(len(inputs))
	seen := make(map[<-chan T]bool)
	for _, input := range inputs {
		if seen[input] {
			continue
		}
		seen[input] = true
		go func() {
			defer forwarders.Done()
			forward(ctx, input, output)
		}()
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
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
