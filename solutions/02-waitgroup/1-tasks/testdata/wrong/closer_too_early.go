// The goroutine that waits and closes is started before the tasks are counted.
//
// It may run first, find a counter of zero, and close. Wait belongs behind all the
// Adds, in whichever goroutine it stands.
//
// Fails: race TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	over := make(chan struct{})
	go func() {
		wg.Wait()
		close(over)
	}()
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	<-over
}
