// Add stands inside the goroutine.
//
// The goroutine may not have begun when Run comes to Wait. Nobody has been counted
// yet, zero are left, and Wait lets Run go. Count before you start.
//
// Fails: race TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		go func() {
			wg.Add(1)
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
