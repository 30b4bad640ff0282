// Run looks at a plain bool until it is true.
//
// One goroutine writes it, another reads it, and nothing orders the two: a data race.
// The compiler may even read it once, and never again.
//
// Fails: race
package tasks

import (
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Go(task)
	}
	over := false
	go func() {
		wg.Wait()
		over = true
	}()
	for !over {
		time.Sleep(time.Millisecond)
	}
}
