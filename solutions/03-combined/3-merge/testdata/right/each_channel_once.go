// A channel that is given twice is listened to by one goroutine: it is the same
// channel, and once is enough. The context is turned into a channel that is closed when
// it ends.
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output, stop := make(chan T), make(chan struct{})
	forget := context.AfterFunc(ctx, func() { close(stop) })
	seen := make(map[<-chan T]bool)
	var wg sync.WaitGroup
	for _, input := range inputs {
		if seen[input] {
			continue
		}
		seen[input] = true
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				case value, open := <-input:
					if !open {
						return
					}
					select {
					case <-stop:
						return
					case output <- value:
					}
				}
			}
		})
	}
	go func() {
		wg.Wait()
		forget()
		close(output)
	}()
	return output
}
