// A function that is handed to wg.Go calls Done.
//
// wg.Go does that already: it is Add, go and Done in one. The second Done brings the
// counter below zero, which is a panic.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Go(func() {
			defer wg.Done()
			task()
		})
	}
	wg.Wait()
}
