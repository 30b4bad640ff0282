// Every task closes the channel when it ends.
//
// The first close lets Run go, and the second is a panic: a channel can be closed
// once.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	over := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer close(over)
			task()
		}()
	}
	<-over
}
