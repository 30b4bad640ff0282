// The tasks are started from the last to the first, and none of them is waited
// for before the first has been started.
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for i := len(tasks) - 1; i >= 0; i-- {
		wg.Add(1)
		go work(&wg, tasks[i])
	}
	wg.Wait()
}

func work(wg *sync.WaitGroup, task func()) {
	defer wg.Done()
	task()
}
