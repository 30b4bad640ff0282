// Command cured gives back what was taken, whatever anybody says. A lower limit
// is the business of whoever comes in.
package main

import (
	"errors"
	"fmt"
)

type limiter struct {
	running    chan struct{}
	configured func() (limit int, err error)
}

func (l *limiter) leave() {
	<-l.running
}

func main() {
	down := func() (int, error) { return 0, errors.New("no connection") }
	l := &limiter{make(chan struct{}, 2), down}
	for _, guest := range []string{"Ada", "Ben", "Cleo"} {
		select {
		case l.running <- struct{}{}:
			fmt.Println(guest, "rides, and leaves")
			l.leave()
		default:
			fmt.Println(guest, "is turned away, and nobody is aboard")
		}
	}
}
