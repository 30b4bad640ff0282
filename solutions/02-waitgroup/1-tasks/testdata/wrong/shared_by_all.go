// The WaitGroup belongs to the package.
//
// Two calls of Run count in the same place, so each of them waits for the tasks of
// both. What belongs to one call stands in that call.
//
// Fails: TestTwoCallsOfRunShareNothing
package tasks

import "sync"

var wg sync.WaitGroup

func Run(tasks ...func()) {
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
