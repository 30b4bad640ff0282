// One goroutine with one big reflect.Select in which receiving and sending are cases
// alike: an input is listened to while nothing of it is held, and whoever was
// received first is offered to the reader.
package merge

import (
	"context"
	"reflect"
	"slices"
)

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	go loop(ctx, inputs, output)
	return output
}

type held[T any] struct {
	from  int
	value T
}

func loop[T any](ctx context.Context, inputs []<-chan T, output chan<- T) {
	defer close(output)
	const done, send, first = 0, 1, 2
	cases := make([]reflect.SelectCase, first+len(inputs))
	cases[done] = reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ctx.Done())}
	for i, input := range inputs {
		cases[first+i] = reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(input)}
	}
	listening := len(inputs)
	var queue []held[T]
	for listening > 0 || len(queue) > 0 {
		cases[send] = reflect.SelectCase{Dir: reflect.SelectSend} // no channel: never ready
		if len(queue) > 0 {
			cases[send].Chan = reflect.ValueOf(output)
			cases[send].Send = reflect.ValueOf(&queue[0].value).Elem()
		}
		switch i, received, open := reflect.Select(cases); {
		case i == done:
			return
		case i == send:
			from := queue[0].from
			queue = slices.Delete(queue, 0, 1)
			cases[first+from].Chan = reflect.ValueOf(inputs[from])
			listening++
		case !open:
			cases[i].Chan = reflect.Value{}
			listening--
		default:
			h := held[T]{from: i - first}
			reflect.ValueOf(&h.value).Elem().Set(received)
			queue = append(queue, h)
			cases[i].Chan = reflect.Value{}
			listening--
		}
	}
}
