// reflect.Select: a closed input is counted, and stays in the list.
//
// It is ready again at once, and is counted again. After as many rounds as there are inputs
// all seem to be closed.
//
// Fails: TestEveryValueComesOutOnce TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestTheEndOfCtxClosesTheOutputWhileTheInputsSayNothing TestNothingIsLeftBehindWhenTheInputsHaveClosed TestTheOutputIsClosedOnceAndAfterTheLastValue
package merge

import (
	"context"
	"reflect"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	cases := []reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ctx.Done())}}
	for _, input := range inputs {
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(input)})
	}
	go func() {
		defer close(output)
		closed := 0
		for closed < len(inputs) {
			i, received, open := reflect.Select(cases)
			if i == 0 {
				return
			}
			if !open {
				closed++
				continue
			}
			// With two results a nil interface, which is of no type, becomes
			// the zero T rather than a panic.
			value, _ := received.Interface().(T)
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		}
	}()
	return output
}
