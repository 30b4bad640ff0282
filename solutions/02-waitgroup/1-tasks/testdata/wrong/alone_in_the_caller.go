// A single task is called directly: there is nobody to run beside it.
//
// It still is somebody else's code. A task that calls runtime.Goexit ends the goroutine
// it runs in, and here that is the caller's.
//
// Fails: TestATaskThatCallsGoexitHasEnded
package tasks

import "sync"

func Run(tasks ...func()) {
	if len(tasks) == 1 {
		tasks[0]()
		return
	}
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
