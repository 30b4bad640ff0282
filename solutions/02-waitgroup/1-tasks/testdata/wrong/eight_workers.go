// Eight workers share the tasks.
//
// A worker pool is a limit: the ninth task begins when one of the first eight has
// ended.
//
// Fails: TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	queue := make(chan func())
	for range 8 {
		go func() {
			for task := range queue {
				func() {
					defer wg.Done()
					task()
				}()
			}
		}()
	}
	wg.Add(len(tasks))
	for _, task := range tasks {
		queue <- task
	}
	close(queue)
	wg.Wait()
}
