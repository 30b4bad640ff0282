// Command looked has two calls look at a limit of one before either of them has
// counted itself.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	const limit = 1
	var running atomic.Int64
	var looked, calls sync.WaitGroup
	looked.Add(2)
	for range 2 {
		calls.Go(func() {
			if running.Load() >= limit {
				return // turned away
			}
			looked.Done()
			looked.Wait() // both have looked, and nobody has counted
			running.Add(1)
		})
	}
	calls.Wait()
	fmt.Println("limit:", limit, "running:", running.Load())
}
