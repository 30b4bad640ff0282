// Command locked sends with a lock in its hand that the receiver needs.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex // guards open and heard
	open, heard := []string{"coaster", "wheel"}, 0
	news := make(chan string)
	var board sync.WaitGroup
	board.Go(func() {
		for range news {
			mu.Lock()
			heard++
			mu.Unlock()
		}
	})
	mu.Lock()
	for _, ride := range open {
		news <- ride
	}
	mu.Unlock()
	close(news)
	board.Wait()
	fmt.Println("the board heard of", heard, "rides")
}
