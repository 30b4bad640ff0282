// The goroutines share one variable, which the loop goes on changing.
//
// It is declared outside the loop, so there is one for all. When a goroutine comes
// to read it, the loop may have moved on: a data race, and one task runs twice while
// another one never does.
//
// Fails: race
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var task func()
	for _, task = range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
