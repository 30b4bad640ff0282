// The forwarder wakes up once an hour to look whether ctx has ended.
//
// The select hears of the end of ctx by itself; the clock beside it adds nothing.
// A thousand inputs that say nothing for a day wake a thousand goroutines every hour.
//
// Fails: TestMergeSleepsWhileNothingComes
package merge

import (
	"context"
	"sync"
	"time"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var wg sync.WaitGroup
	for _, input := range inputs {
		wg.Go(func() {
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
				case <-time.After(time.Hour):
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(output)
	}()
	return output
}
