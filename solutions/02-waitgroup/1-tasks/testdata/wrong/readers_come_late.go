// Every task takes the read lock in its own goroutine.
//
// Run may come for the write lock before any reader has come. It gets it, and returns.
// The read lock has to be taken before the goroutine starts, as Add has to be called.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestAllTasksRunAtTheSameTime TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var gate sync.RWMutex
	for _, task := range tasks {
		go func() {
			gate.RLock()
			defer gate.RUnlock()
			task()
		}()
	}
	gate.Lock()
	defer gate.Unlock()
}
