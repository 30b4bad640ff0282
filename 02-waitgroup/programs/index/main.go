// Command index gives each goroutine a place of its own to write to.
package main

import (
	"fmt"
	"sync"
)

func main() {
	names := []string{"Ada", "Ben", "Cleo"}
	letters := make([]int, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Go(func() { letters[i] = len(name) })
	}
	wg.Wait()
	fmt.Println(letters)
}
