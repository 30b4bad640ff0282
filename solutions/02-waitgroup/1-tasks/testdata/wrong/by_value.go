// The WaitGroup is handed to the helper by value.
//
// The helper gets a copy. Its Done counts down the copy, and Run waits for the
// original, which nobody counts down. Hand over a pointer.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go work(wg, task)
	}
	wg.Wait()
}

func work(wg sync.WaitGroup, task func()) {
	defer wg.Done()
	task()
}
