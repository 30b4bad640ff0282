// A number under a mutex, and a condition variable that Run waits at.
package tasks

import "sync"

func Run(tasks ...func()) {
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	running := len(tasks)
	for _, task := range tasks {
		go func() {
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				running--
				changed.Signal()
			}()
			task()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for running > 0 {
		changed.Wait()
	}
}
