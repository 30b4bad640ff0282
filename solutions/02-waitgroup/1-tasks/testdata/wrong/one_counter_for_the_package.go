// The number of tasks that are left belongs to the package, and so does the condition
// variable.
//
// Two calls of Run count in the same place, and each of them waits until nobody is left
// of both.
//
// Fails: TestTwoCallsOfRunShareNothing
package tasks

import "sync"

var (
	mu      sync.Mutex
	changed = sync.NewCond(&mu)
	left    int
)

func Run(tasks ...func()) {
	for _, task := range tasks {
		mu.Lock()
		left++
		mu.Unlock()
		go func() {
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				left--
				changed.Broadcast()
			}()
			task()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for left > 0 {
		changed.Wait()
	}
}
