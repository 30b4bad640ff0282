// A plain bool says whether the output is closed already.
//
// Several forwarders look at it and one writes to it, and nothing orders them.
//
// Fails: race
package merge

import (
	"context"
	"sync/atomic"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	if len(inputs) == 0 {
		close(output)
	}
	var ended atomic.Int64
	closed := false
	for _, input := range inputs {
		go func() {
			forward(ctx, input, output)
			ended.Add(1)
			if int(ended.Load()) == len(inputs) && !closed {
				closed = true
				close(output)
			}
		}()
	}
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
