// The last task runs in the goroutine of the caller.
//
// It saves a goroutine. But when that task calls runtime.Goexit, it ends the caller,
// and Run never returns.
//
// Fails: TestATaskThatCallsGoexitHasEnded
package tasks

import "sync"

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	var wg sync.WaitGroup
	last := len(tasks) - 1
	for _, task := range tasks[:last] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	tasks[last]()
	wg.Wait()
}
