// As many workers as tasks, and an atomic index that tells each of them which
// task is next.
package tasks

import (
	"sync"
	"sync/atomic"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range tasks {
		wg.Go(func() {
			if i := next.Add(1); i <= int64(len(tasks)) {
				tasks[i-1]()
			}
		})
	}
	wg.Wait()
}
