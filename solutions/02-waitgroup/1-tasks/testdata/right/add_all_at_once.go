// One Add for all of them, before the first goroutine.
//
// The number is known, and nothing is skipped in the loop, so the count is
// right.
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	wg.Add(len(tasks))
	for _, task := range tasks {
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
