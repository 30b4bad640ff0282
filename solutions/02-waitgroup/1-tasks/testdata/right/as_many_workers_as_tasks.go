// A pool of workers that take tasks from a channel.
//
// There are as many workers as tasks: a task that waits for another one holds
// up one worker, and one is left for each of the others.
package tasks

import "sync"

func Run(tasks ...func()) {
	queue := make(chan func(), len(tasks))
	for _, task := range tasks {
		queue <- task
	}
	close(queue)
	var wg sync.WaitGroup
	for range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for task := range queue {
				task()
			}
		}()
	}
	wg.Wait()
}
