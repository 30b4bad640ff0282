// Command unbounded waits for a thousand goroutines, each of which waits for all
// the others.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var home, aboard sync.WaitGroup
	aboard.Add(1000)
	for range 1000 {
		home.Go(func() {
			aboard.Done()
			aboard.Wait() // goes on when all are aboard at the same time
		})
	}
	home.Wait()
	fmt.Println("1000 guests were aboard at once, and all are home")
}
