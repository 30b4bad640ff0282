// Command cond has three guests wait for a gate with a sync.Cond.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	opened := sync.NewCond(&mu)
	open := false // guarded by mu
	var guests sync.WaitGroup
	for range 3 {
		guests.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			for !open {
				opened.Wait()
			}
		})
	}
	mu.Lock()
	open = true
	mu.Unlock()
	opened.Broadcast()
	guests.Wait()
	fmt.Println("3 guests came in")
}
