// Wait stands at the top, in a defer.
//
// It runs when Run is about to return, after the loop, and Run returns when it
// does.
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	defer wg.Wait()
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
}
