// All values are collected, and then sent.
//
// The reader sees nothing until the last input is closed, and the slice grows all the
// time.
//
// Fails: TestASilentInputHoldsUpNoOther TestANilInputNeverCloses TestAReaderThatStopsReadingStopsTheProducers
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		var mu sync.Mutex
		var all []T
		var wg sync.WaitGroup
		for _, input := range inputs {
			wg.Go(func() {
				for {
					select {
					case value, open := <-input:
						if !open {
							return
						}
						mu.Lock()
						all = append(all, value)
						mu.Unlock()
					case <-ctx.Done():
						return
					}
				}
			})
		}
		wg.Wait()
		for _, value := range all {
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		}
	}()
	return output
}
