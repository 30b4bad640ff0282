// The loop begins with 1.
//
// The first element of a slice has the index 0, and this task never runs.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestAPanicInATaskCrashesTheProgram TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for i := 1; i < len(tasks); i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			tasks[i]()
		}()
	}
	wg.Wait()
}
