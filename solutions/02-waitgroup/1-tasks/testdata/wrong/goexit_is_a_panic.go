// A task that did not return must have panicked. Or so it seems.
//
// It may have called runtime.Goexit, as a test does that fails. That ends the
// goroutine and harms nobody else.
//
// Fails: TestATaskThatCallsGoexitHasEnded
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			returned := false
			defer func() {
				if p := recover(); !returned {
					panic(p)
				}
			}()
			task()
			returned = true
		}()
	}
	wg.Wait()
}
