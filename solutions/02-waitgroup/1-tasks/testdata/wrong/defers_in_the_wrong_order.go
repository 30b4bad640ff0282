// The task is deferred, too, and Done after it.
//
// Deferred calls run from the last to the first: Done comes before the task. Only
// Done needs a defer.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer task()
			defer wg.Done()
		}()
	}
	wg.Wait()
}
