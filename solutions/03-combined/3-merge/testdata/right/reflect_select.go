// One goroutine waits for all inputs at once, with reflect.Select: a select whose
// number of cases is known only when the program runs. An input that has closed
// leaves the list.
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
