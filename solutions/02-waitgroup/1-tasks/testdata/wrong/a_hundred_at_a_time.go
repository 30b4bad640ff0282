// At most a hundred tasks are in progress at once.
//
// A limit is a good thing where something can run out. Here a task may wait for one
// that has not begun, and then nobody moves any more.
//
// Fails: TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 100)
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
