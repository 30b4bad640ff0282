// The counter goes down and the signal is given without the lock.
//
// Run looks at the counter, finds a task left, and is about to wait. In between, that
// task ends and signals, and nobody is waiting yet. Then Run waits, and nobody is left
// to wake it.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestAllTasksRunAtTheSameTime TestRunLeavesNoGoroutineBehind
package tasks

import (
	"sync"
	"sync/atomic"
)

func Run(tasks ...func()) {
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	var left atomic.Int64
	left.Store(int64(len(tasks)))
	for _, task := range tasks {
		go func() {
			defer func() {
				left.Add(-1)
				changed.Signal()
			}()
			task()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for left.Load() > 0 {
		changed.Wait()
	}
}
