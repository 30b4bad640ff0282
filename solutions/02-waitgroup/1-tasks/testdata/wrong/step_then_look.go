// Each goroutine counts down, and then looks whether it was the last.
//
// These are two steps. When two tasks end at the same moment, both count down first;
// then both look, both find a zero, and the channel is closed twice.
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
				left.Add(-1)
				if left.Load() == 0 {
					close(over)
				}
			}()
			task()
		}()
	}
	<-over
}
