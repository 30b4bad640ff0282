// Run waits for an hour at most.
//
// It seems careful. But the gates open, and somebody is still testing the brakes. If
// a wait may end early, its caller has to be told, and Run has no word for that.
//
// Fails: TestRunWaitsHoweverLongATaskTakes
package tasks

import (
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	over := make(chan struct{})
	go func() {
		wg.Wait()
		close(over)
	}()
	select {
	case <-over:
	case <-time.After(time.Hour):
	}
}
