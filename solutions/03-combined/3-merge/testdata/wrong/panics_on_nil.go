// reflect.Select, and a nil interface is taken apart without a look.
//
// What comes out of reflect.Select is a reflect.Value. When a nil of an interface type
// was sent, its Interface() is nil, which is of no type, and the conversion panics.
//
// Fails: TestZeroValuesAndNilComeOutToo
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
				cases = append(cases[:i], cases[i+1:]...)
				continue
			}
			value := received.Interface().(T)
			select {
			case output <- value:
			case <-ctx.Done():
				return
			}
		}
	}()
	return output
}
