// An atomic number counts the tasks that are at work now, and who brings it to zero
// closes the channel.
//
// It is zero, too, when the first task has ended and the second has not begun. Then
// Run is let go too early, and the second task closes the channel once more.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunLeavesNoGoroutineBehind
package tasks

import "sync/atomic"

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	var working atomic.Int64
	over := make(chan struct{})
	for _, task := range tasks {
		go func() {
			working.Add(1)
			defer func() {
				if working.Add(-1) == 0 {
					close(over)
				}
			}()
			task()
		}()
	}
	<-over
}
