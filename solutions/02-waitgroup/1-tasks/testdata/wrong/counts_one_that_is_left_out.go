// All tasks are counted, and the loop leaves out the last.
//
// Nobody starts it, so nobody calls Done for it, and Wait waits for ever. What is
// counted in one place and started in another had better agree.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestAPanicInATaskCrashesTheProgram TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	wg.Add(len(tasks))
	for i := 0; i < len(tasks)-1; i++ {
		go func() {
			defer wg.Done()
			tasks[i]()
		}()
	}
	wg.Wait()
}
