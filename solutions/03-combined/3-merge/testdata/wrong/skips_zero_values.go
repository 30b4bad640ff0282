// Zero values are left out.
//
// Zero minutes of waiting is a piece of news like any other.
//
// Fails: TestZeroValuesAndNilComeOutToo
package merge

import (
	"context"
	"reflect"
	"sync"
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
			if v := reflect.ValueOf(value); !v.IsValid() || v.IsZero() {
				continue
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
