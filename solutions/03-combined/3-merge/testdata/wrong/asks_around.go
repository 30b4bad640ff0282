// The inputs are asked in turn, without waiting, again and again.
//
// No silent input holds up another, and a processor is busy all the time with asking. A
// select with `default` in a loop is a wait that burns.
//
// Fails: TestMergeSleepsWhileNothingComes TestMergeReturnsAtOnce TestEveryValueComesOutOnce TestASilentInputHoldsUpNoOther TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestTwoMergesShareNothing TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go func() {
		defer close(output)
		closed := make(map[int]bool)
		for len(closed) < len(inputs) {
			for i, input := range inputs {
				if closed[i] {
					continue
				}
				select {
				case value, open := <-input:
					if !open {
						closed[i] = true
						continue
					}
					select {
					case output <- value:
					case <-ctx.Done():
						return
					}
				case <-ctx.Done():
					return
				default:
				}
			}
		}
	}()
	return output
}
