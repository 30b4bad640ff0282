// One channel for each call, and reflect.Select to hear of whichever ends next. A
// result is sent as a value of the type Out, so that nil interfaces pass, too.
package results

import "reflect"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	cases := make([]reflect.SelectCase, 0, len(in))
	for _, element := range in {
		result := make(chan Out)
		go func() { result <- f(element) }()
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(result)})
	}
	out := make([]Out, len(in))
	for range in {
		i, value, _ := reflect.Select(cases)
		cases[i].Chan = reflect.Value{} // heard: a case without a channel is never ready
		reflect.ValueOf(out).Index(i).Set(value)
	}
	return out
}
