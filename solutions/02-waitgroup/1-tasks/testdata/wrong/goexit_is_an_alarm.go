// When one task ends through runtime.Goexit, Run does not wait for the others.
//
// Goexit ends one goroutine, that of its task. The others are still at work, and the
// caller believes that all is done.
//
// Fails: TestATaskThatCallsGoexitHasEnded
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	alarm := make(chan struct{}, len(tasks))
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			returned := false
			defer func() {
				if !returned {
					alarm <- struct{}{}
				}
			}()
			task()
			returned = true
		}()
	}
	over := make(chan struct{})
	go func() {
		wg.Wait()
		close(over)
	}()
	select {
	case <-over:
	case <-alarm:
	}
}
