// Run counts itself, and never calls Done.
//
// "One for each task, and one for me." Then Wait waits for the one who waits.
//
// Fails: TestEveryTaskRunsOnce TestRunWithoutTasksReturnsAtOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	wg.Add(len(tasks) + 1)
	for _, task := range tasks {
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
