// A forwarder says that it is done as soon as its input is closed, and its last value may still be on the way.
//
// Receiving and sending are two goroutines, and the WaitGroup counts only one of them.
// The output may be closed under the hands of the other.
//
// Fails: race
package merge

import (
	"context"
	"sync"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	var receivers sync.WaitGroup
	for _, input := range inputs {
		values, sent := make(chan T), make(chan struct{})
		receivers.Go(func() {
			defer close(values)
			for {
				select {
				case value, open := <-input:
					if !open {
						return
					}
					values <- value
					select {
					case <-sent:
					case <-ctx.Done():
						return
					}
				case <-ctx.Done():
					return
				}
			}
		})
		go func() {
			for value := range values {
				select {
				case output <- value:
				case <-ctx.Done():
				}
				select {
				case sent <- struct{}{}:
				case <-ctx.Done():
				}
			}
		}()
	}
	go func() {
		receivers.Wait()
		close(output)
	}()
	return output
}
