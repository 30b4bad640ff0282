// One goroutine runs all the tasks.
//
// The go statement stands outside the loop, so the tasks run one after the other.
// And when one of them ends the goroutine, the others never begin.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded
package tasks

func Run(tasks ...func()) {
	over := make(chan struct{})
	go func() {
		defer close(over)
		for _, task := range tasks {
			task()
		}
	}()
	<-over
}
