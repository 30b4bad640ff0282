// Command workers has three goroutines share a thousand guests.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	guests := make(chan int)
	var workers sync.WaitGroup
	var served atomic.Int64
	for range 3 {
		workers.Go(func() {
			for range guests {
				served.Add(1)
			}
		})
	}
	for guest := range 1000 {
		guests <- guest
	}
	close(guests)
	workers.Wait()
	fmt.Println(served.Load(), "guests were served by 3 goroutines")
}
