// A value that came out before does not come out again.
//
// "Once" means that nothing is doubled on its way. Two rides with the same waiting time are
// two pieces of news.
//
// Fails: TestZeroValuesAndNilComeOutToo
package merge

import (
	"context"
	"fmt"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var forwarders sync.WaitGroup
	var seen sync.Map
	for _, input := range inputs {
		forwarders.Go(func() { forward(ctx, &seen, input, output) })
	}
	go func() {
		forwarders.Wait()
		close(output)
	}()
	return output
}

func forward[T any](ctx context.Context, seen *sync.Map, input <-chan T, output chan<- T) {
	for {
		select {
		case value, open := <-input:
			if !open {
				return
			}
			if _, again := seen.LoadOrStore(fmt.Sprint(value), true); again {
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
