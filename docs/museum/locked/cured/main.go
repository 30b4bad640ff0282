// Command cured takes a copy under the lock, and sends without it.
package main

import (
	"fmt"
	"slices"
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
	rides := slices.Clone(open)
	mu.Unlock()
	for _, ride := range rides {
		news <- ride
	}
	close(news)
	board.Wait()
	fmt.Println("the board heard of", heard, "rides")
}
