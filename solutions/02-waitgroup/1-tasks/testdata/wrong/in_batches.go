// The tasks are started ten at a time, and each batch is waited for.
//
// The slowest of a batch holds up all that come after it, and a task of the first
// batch can't wait for one of the second.
//
// Fails: TestAllTasksRunAtTheSameTime
package tasks

import (
	"slices"
	"sync"
)

func Run(tasks ...func()) {
	for batch := range slices.Chunk(tasks, 10) {
		var wg sync.WaitGroup
		for _, task := range batch {
			wg.Add(1)
			go func() {
				defer wg.Done()
				task()
			}()
		}
		wg.Wait()
	}
}
