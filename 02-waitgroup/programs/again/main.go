// Command again uses one WaitGroup for one round after the other.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var rode atomic.Int64
	for round := range 3 {
		for range 10 {
			wg.Go(func() { rode.Add(1) })
		}
		wg.Wait()
		fmt.Println("round", round+1, "is over:", rode.Load(), "guests have ridden")
	}
}
