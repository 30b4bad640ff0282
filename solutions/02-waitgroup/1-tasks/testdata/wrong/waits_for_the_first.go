// Run waits for one message, and there are as many as tasks.
//
// It returns when the first task has ended. When there is none, it waits for a message
// that nobody sends.
//
// Fails: TestRunWithoutTasksReturnsAtOnce TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

func Run(tasks ...func()) {
	ended := make(chan struct{}, len(tasks))
	for _, task := range tasks {
		go func() {
			defer func() { ended <- struct{}{} }()
			task()
		}()
	}
	<-ended
}
