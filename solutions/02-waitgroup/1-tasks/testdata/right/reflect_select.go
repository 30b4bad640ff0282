// reflect.Select waits for whichever task ends next, and forgets that one.
package tasks

import "reflect"

func Run(tasks ...func()) {
	var running []reflect.SelectCase
	for _, task := range tasks {
		ended := make(chan struct{})
		running = append(running, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ended)})
		go func() {
			defer close(ended)
			task()
		}()
	}
	for len(running) > 0 {
		i, _, _ := reflect.Select(running)
		running[i] = running[len(running)-1]
		running = running[:len(running)-1]
	}
}
