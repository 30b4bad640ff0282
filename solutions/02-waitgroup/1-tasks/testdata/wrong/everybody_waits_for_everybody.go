// Each goroutine waits for all the others before it is done.
//
// It waits for itself, too: its own Done comes after Wait. Only Run has to wait.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
			wg.Wait()
		}()
	}
	wg.Wait()
}
