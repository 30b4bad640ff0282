// The channel that was to limit the tasks has room for one.
//
// One at a time is no concurrency, however many goroutines there are.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 1)
	for _, task := range tasks {
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			task()
		}()
	}
	wg.Wait()
}
