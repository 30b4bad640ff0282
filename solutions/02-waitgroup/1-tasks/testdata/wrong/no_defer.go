// Done is called on the last line, without defer.
//
// A task that ends through runtime.Goexit never comes back to that line, and Run
// waits for ever. Deferred calls run after Goexit, too.
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
			wg.Done()
		}()
	}
	wg.Wait()
}
