// Command cured looks at a limit and takes a slot in one step.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	slots := make(chan struct{}, 1)
	var turnedAway atomic.Int64
	var calls sync.WaitGroup
	for range 2 {
		calls.Go(func() {
			select {
			case slots <- struct{}{}:
			default:
				turnedAway.Add(1)
			}
		})
	}
	calls.Wait()
	fmt.Println("limit:", cap(slots), "running:", len(slots), "turned away:", turnedAway.Load())
}
