// Done is deferred, but only after the task has been called.
//
// A defer is written down when its line is reached. A task that ends through
// runtime.Goexit never gets there, so the defer belongs on the first line.
//
// Fails: TestATaskThatCallsGoexitHasEnded
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			task()
			defer wg.Done()
		}()
	}
	wg.Wait()
}
