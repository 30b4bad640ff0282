// The goroutine calls a helper, and the helper counts.
//
// Add looks as if it came first, because it is the helper's first line. But the
// helper itself runs in the goroutine, and nobody knows when that begins.
//
// Fails: race TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		go work(&wg, task)
	}
	wg.Wait()
}

func work(wg *sync.WaitGroup, task func()) {
	wg.Add(1)
	defer wg.Done()
	task()
}
