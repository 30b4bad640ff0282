// Run waits at the condition variable once, without a loop.
//
// A signal says that something has changed, and not that all is over. It has to look
// again, and wait again as long as somebody is left.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	left := len(tasks)
	for _, task := range tasks {
		go func() {
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				left--
				changed.Signal()
			}()
			task()
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	if left > 0 {
		changed.Wait()
	}
}
