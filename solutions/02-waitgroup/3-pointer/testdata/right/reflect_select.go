// RollCall waits for whichever greeting is over next, with a select that is built while
// the program runs.
package pointer

import "reflect"

func RollCall(guests []string, greet func(guest string)) {
	var greetings []reflect.SelectCase
	for _, guest := range guests {
		over := make(chan struct{})
		go func() {
			defer close(over)
			greet(guest)
		}()
		greetings = append(greetings, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(over)})
	}
	for len(greetings) > 0 {
		i, _, _ := reflect.Select(greetings)
		last := len(greetings) - 1
		greetings[i] = greetings[last]
		greetings = greetings[:last]
	}
}
