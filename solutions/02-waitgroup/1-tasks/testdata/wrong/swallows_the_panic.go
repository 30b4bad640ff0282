// A panic is recovered from, and nobody hears of it.
//
// The brakes were not tested, and the gates open all the same. Whoever recovers from
// a panic has to do something about it.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { _ = recover() }()
			task()
		}()
	}
	wg.Wait()
}
