// An empty select keeps Run from returning.
//
// It keeps it from returning for good: nothing ends an empty select.
//
// Fails: TestEveryTaskRunsOnce TestRunWithoutTasksReturnsAtOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

func Run(tasks ...func()) {
	for _, task := range tasks {
		go task()
	}
	select {}
}
