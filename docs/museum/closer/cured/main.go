// Command cured starts the goroutine that waits and closes when everybody has
// been counted.
package main

import (
	"fmt"
	"sync"
)

func main() {
	waits := make(chan int, 2)
	var rides sync.WaitGroup
	for _, minutes := range []int{5, 40} {
		rides.Add(1)
		go func() {
			defer rides.Done()
			waits <- minutes
		}()
	}
	go func() {
		rides.Wait()
		close(waits)
	}()
	sum := 0
	for minutes := range waits {
		sum += minutes
	}
	fmt.Println("waits of", sum, "minutes in all")
}
