// reflect.Select: the inputs that have closed are taken out while the list is walked.
//
// The index counts inputs, and the list has become shorter: the wrong one is taken out, and
// its values never come.
//
// Fails: TestEveryValueComesOutOnce TestTheOutputClosesWithTheLastInput TestANilInputNeverCloses TestAChannelMayBeGivenTwice TestNothingIsLeftBehindWhenTheInputsHaveClosed
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
		for len(cases) > 1 {
			i, received, open := reflect.Select(cases)
			if i == 0 {
				return
			}
			if !open {
				cases = cases[:len(cases)-1]
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
