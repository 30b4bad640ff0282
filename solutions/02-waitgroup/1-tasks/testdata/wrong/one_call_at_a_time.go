// A mutex of the package lets in one call of Run after the other.
//
// The second caller waits for the tasks of the first before its own have begun.
// Nothing is shared here that would need a lock.
//
// Fails: TestTwoCallsOfRunShareNothing
package tasks

import "sync"

var mu sync.Mutex

func Run(tasks ...func()) {
	mu.Lock()
	defer mu.Unlock()
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
