// Command shutdown looks at the gate and counts the guest in two steps, and the
// gate is closed between them.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var closed atomic.Bool
	var inside, guests sync.WaitGroup
	looked, dark := make(chan struct{}), make(chan struct{})
	guests.Go(func() {
		if closed.Load() {
			return
		}
		close(looked)
		<-dark // meanwhile, the gate is closed
		inside.Add(1)
		fmt.Println("Dan is inside")
		inside.Done()
	})
	<-looked
	closed.Store(true)
	inside.Wait()
	fmt.Println("nobody is inside, lights out")
	close(dark)
	guests.Wait()
}
