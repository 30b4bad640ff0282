// The workers read which task is next, and count on in a second step.
//
// Two workers may read the same number before one of them counts on. Then one task
// runs twice, and another one never.
//
// Fails: TestEveryTaskRunsOnce
package tasks

import (
	"sync"
	"sync/atomic"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			i := next.Load()
			next.Add(1)
			tasks[i]()
		}()
	}
	wg.Wait()
}
