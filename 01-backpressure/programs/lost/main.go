// Command lost panics once inside a limiter, and recovers from that.
package main

import (
	"errors"
	"fmt"
)

var slots = make(chan struct{}, 1)

func execute(f func()) error {
	select {
	case slots <- struct{}{}:
	default:
		return errors.New("too many concurrent requests")
	}
	f()
	<-slots
	return nil
}

func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		_ = execute(func() { panic("the printer is on fire") })
	}()
	fmt.Println(execute(func() {}))
}
