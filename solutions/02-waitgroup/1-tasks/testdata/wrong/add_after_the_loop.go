// All tasks are counted at once, after all have been started.
//
// The first may have ended by then, and its Done finds a counter of zero. One Add
// for all is fine, if it stands before the loop.
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
	}
	wg.Add(len(tasks))
	wg.Wait()
}
