// The message that says "I have ended" is sent after the task, without defer.
//
// It is the same with a channel as with Done: a task that calls runtime.Goexit
// never comes back to the next line.
//
// Fails: TestATaskThatCallsGoexitHasEnded
package tasks

func Run(tasks ...func()) {
	ended := make(chan struct{})
	for _, task := range tasks {
		go func() {
			task()
			ended <- struct{}{}
		}()
	}
	for range tasks {
		<-ended
	}
}
