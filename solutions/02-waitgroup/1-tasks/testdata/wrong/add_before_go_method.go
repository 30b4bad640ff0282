// Add(1) before wg.Go.
//
// wg.Go counts by itself. Now every task is counted twice and counted down once, and
// Wait waits for ever.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		wg.Go(task)
	}
	wg.Wait()
}
