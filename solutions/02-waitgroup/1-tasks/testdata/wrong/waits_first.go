// Wait stands before the loop.
//
// At that moment nothing has been counted, and Wait returns at once.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	wg.Wait()
	for _, task := range tasks {
		wg.Go(task)
	}
}
