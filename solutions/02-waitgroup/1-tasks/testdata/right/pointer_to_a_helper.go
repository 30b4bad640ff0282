// A helper starts one task, and gets the WaitGroup as a pointer.
package tasks

import "sync"

func Run(tasks ...func()) {
	wg := new(sync.WaitGroup)
	for _, task := range tasks {
		start(wg, task)
	}
	wg.Wait()
}

func start(wg *sync.WaitGroup, task func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		task()
	}()
}
