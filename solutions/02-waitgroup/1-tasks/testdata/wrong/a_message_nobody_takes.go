// A task that ends sends its message only if Run is receiving at that moment.
//
// The select with default was meant to keep a task from waiting. When Run is not there
// yet, the message is lost, and Run waits for it for ever.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestAllTasksRunAtTheSameTime TestRunLeavesNoGoroutineBehind
package tasks

func Run(tasks ...func()) {
	ended := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer func() {
				select {
				case ended <- struct{}{}:
				default:
				}
			}()
			task()
		}()
	}
	for range tasks {
		<-ended
	}
}
