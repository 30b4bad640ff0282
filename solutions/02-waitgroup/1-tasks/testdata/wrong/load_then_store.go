// The counter is read, and written back with one less.
//
// Both are atomic, each by itself. Two tasks that end at the same moment read the same
// number, one step is lost, and nobody finds a zero.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestAllTasksRunAtTheSameTime TestRunLeavesNoGoroutineBehind
package tasks

import "sync/atomic"

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	var left atomic.Int64
	left.Store(int64(len(tasks)))
	over := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer func() {
				n := left.Load() - 1
				left.Store(n)
				if n == 0 {
					close(over)
				}
			}()
			task()
		}()
	}
	<-over
}
