// Done is deferred in Run and not in the goroutine.
//
// A defer belongs to the function it stands in. These wait until Run returns, and
// Run waits in Wait until they have been called.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		defer wg.Done()
		go task()
	}
	wg.Wait()
}
