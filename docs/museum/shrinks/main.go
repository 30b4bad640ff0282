// Command shrinks asks somebody else how many slots there are before it gives
// one back, and takes no answer for none.
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
	limit, _ := l.configured()
	if len(l.running) > limit {
		return // the limit was lowered: this slot is one too many
	}
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
