// The channel belongs to the package.
//
// A call of Run may receive the message of another call's task, and return while its
// own is still at work.
//
// Fails: TestEveryTaskRunsOnce TestRunReturnsWhenTheLastTaskEnds TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestAllTasksRunAtTheSameTime TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

var ended = make(chan struct{})

func Run(tasks ...func()) {
	for _, task := range tasks {
		go func() {
			defer func() { ended <- struct{}{} }()
			task()
		}()
	}
	for range tasks {
		<-ended
	}
}
