// When ctx has ended the forwarders go home, and nobody closes the output.
//
// The closing goroutine leaves with the others. A reader that does not look at ctx itself
// waits for ever.
//
// Fails: TestANilInputNeverCloses TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestTheEndOfCtxClosesTheOutputThoughNobodyReads TestAfterTheEndOfCtxNoMoreThanAFewValuesComeOut TestCtxMayEndAtAnyMoment
package merge

import (
	"context"
	"sync/atomic"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	if len(inputs) == 0 {
		close(output)
		return output
	}
	var open atomic.Int64
	open.Store(int64(len(inputs)))
	for _, input := range inputs {
		go func() {
			for {
				select {
				case value, ok := <-input:
					if !ok {
						if open.Add(-1) == 0 {
							close(output)
						}
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
		}()
	}
	return output
}
