// Run waits for the goroutines, which wait for Run to receive.
//
// Without a buffer a send needs a receiver. It stands below Wait, and Wait returns
// when the senders have ended.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestAPanicInATaskCrashesTheProgram TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	ended := make(chan struct{})
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { ended <- struct{}{} }()
			task()
		}()
	}
	wg.Wait()
	for range tasks {
		<-ended
	}
}
