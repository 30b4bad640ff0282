// When a hundred tasks are in progress, the next one runs in the goroutine of the
// caller.
//
// Nobody is turned away, it seems. But as long as the caller is busy with that task,
// all the tasks behind it have not begun.
//
// Fails: TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 100)
	for _, task := range tasks {
		select {
		case slots <- struct{}{}:
			wg.Add(1)
			go func() {
				defer wg.Done()
				defer func() { <-slots }()
				task()
			}()
		default:
			task()
		}
	}
	wg.Wait()
}
