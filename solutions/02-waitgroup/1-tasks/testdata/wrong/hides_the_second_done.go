// Done is called twice, and a recover hides that the counter goes below zero.
//
// The panic was the warning. Without it the counter reaches zero while somebody is
// still at work, and Run returns.
//
// Fails: TestRunWaitsForEveryTask TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	done := func() {
		defer func() { _ = recover() }()
		wg.Done()
	}
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer done()
			task()
			done()
		}()
	}
	wg.Wait()
}
