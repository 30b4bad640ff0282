// Add comes after the go statement.
//
// A task may be quick. Then its Done comes before the Add, and the counter would
// be below zero: that is a panic. Count first, start afterwards.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunLeavesNoGoroutineBehind
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		go func() {
			defer wg.Done()
			task()
		}()
		wg.Add(1)
	}
	wg.Wait()
}
