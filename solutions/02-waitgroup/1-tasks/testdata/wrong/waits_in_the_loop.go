// Wait stands inside the loop.
//
// Each task is waited for before the next one starts. That is one after the other,
// with goroutines around it.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
		wg.Wait()
	}
}
