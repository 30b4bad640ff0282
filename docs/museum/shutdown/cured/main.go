// Command cured looks at the gate and counts the guest in one step.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var gate sync.Mutex // guards closed, and the step from the look to the count
	closed := false
	var inside, guests sync.WaitGroup
	counted := make(chan struct{})
	guests.Go(func() {
		gate.Lock()
		if closed {
			gate.Unlock()
			return
		}
		inside.Add(1)
		gate.Unlock()
		close(counted)
		fmt.Println("Dan is inside")
		inside.Done()
	})
	<-counted // again the gate is closed as early as can be
	gate.Lock()
	closed = true
	gate.Unlock()
	inside.Wait()
	fmt.Println("nobody is inside, lights out")
	guests.Wait()
}
