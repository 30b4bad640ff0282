// The last one to end closes the channel, and without tasks there is no last one.
//
// Run waits at a channel that nobody will close. Zero is a number of tasks, too.
//
// Fails: TestRunWithoutTasksReturnsAtOnce
package tasks

import "sync/atomic"

func Run(tasks ...func()) {
	var left atomic.Int64
	left.Store(int64(len(tasks)))
	over := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer func() {
				if left.Add(-1) == 0 {
					close(over)
				}
			}()
			task()
		}()
	}
	<-over
}
