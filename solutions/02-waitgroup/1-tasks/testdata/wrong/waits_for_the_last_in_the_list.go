// Run waits for the last task of the list.
//
// The last to start is not the last to end.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

func Run(tasks ...func()) {
	var last chan struct{}
	for _, task := range tasks {
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			task()
		}()
		last = ended
	}
	if last != nil {
		<-last
	}
}
