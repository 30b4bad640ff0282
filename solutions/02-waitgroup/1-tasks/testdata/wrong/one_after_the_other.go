// There is no go statement.
//
// The tasks run one after the other, in the goroutine of the caller. Nothing has to
// be waited for, and it takes as long as all of them together.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded
package tasks

func Run(tasks ...func()) {
	for _, task := range tasks {
		task()
	}
}
