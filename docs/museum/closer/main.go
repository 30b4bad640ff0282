// Command closer starts the goroutine that waits and closes before there is
// anything to wait for.
package main

import (
	"fmt"
	"sync"
)

func main() {
	waits := make(chan int, 2)
	closed := make(chan struct{})
	var rides sync.WaitGroup
	go func() {
		rides.Wait()
		close(waits)
		close(closed)
	}()
	<-closed // what the scheduler may do, done for certain
	for _, minutes := range []int{5, 40} {
		rides.Add(1)
		go func() {
			defer rides.Done()
			waits <- minutes
		}()
	}
	sum := 0
	for minutes := range waits {
		sum += minutes
	}
	rides.Wait()
	fmt.Println("waits of", sum, "minutes in all")
}
