// Package tasks does what has to be done before the park opens: test the
// brakes, sweep the paths, heat the popcorn. All of it happens at the same
// time, and the gates open when the last task has ended.
package tasks

import "sync"

// Run starts every task in a goroutine of its own, and returns when the last
// of them has ended. A panic in a task crashes the program.
func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1) // here, not in the goroutine: Wait may come before it has begun
		go func() {
			defer wg.Done() // deferred, so that a Goexit does not skip it
			task()
		}()
	}
	wg.Wait()
}
