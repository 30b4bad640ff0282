// One channel for each call, and reflect.Select to hear of whichever ends next. A
// Select looks at all its cases each time, so they are heard in groups of 64. A
// result arrives as a value of the type Out, so that nil interfaces pass, too.
package results

import "reflect"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	var cases []reflect.SelectCase
	for _, element := range in {
		result := make(chan Out, 1)
		go func() { result <- f(element) }()
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(result)})
	}
	out := make([]Out, len(in))
	for first := 0; first < len(cases); first += 64 {
		group := cases[first:min(first+64, len(cases))]
		for range group {
			i, value, _ := reflect.Select(group)
			group[i].Chan = reflect.Value{} // heard: a case without a channel is never ready
			reflect.ValueOf(out).Index(first + i).Set(value)
		}
	}
	return out
}
