// Run receives one message less than there are tasks.
//
// The buffer takes the last message, so nobody is stuck, and nobody notices that Run
// did not wait for the last task.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

func Run(tasks ...func()) {
	ended := make(chan struct{}, len(tasks))
	for _, task := range tasks {
		go func() {
			defer func() { ended <- struct{}{} }()
			task()
		}()
	}
	for i := 1; i < len(tasks); i++ {
		<-ended
	}
}
