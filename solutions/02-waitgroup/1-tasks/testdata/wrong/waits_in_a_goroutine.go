// Wait is called in a goroutine of its own.
//
// That goroutine waits, and Run does not. To wait is to block, and the one to block
// is Run.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Go(task)
	}
	go wg.Wait()
}
