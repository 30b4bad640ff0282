// Add(1) stands before the loop.
//
// One has been counted, and every task calls Done. Run goes on after the first one,
// and the second Done would bring the counter below zero, which is a panic.
//
// Fails: TestEveryTaskRunsOnce TestRunWithoutTasksReturnsAtOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	for _, task := range tasks {
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
