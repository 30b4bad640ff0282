// wg.Go starts a goroutine, and that one starts another.
//
// The first has nothing more to do and is done at once. The second, which does the
// work, was never counted.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Go(func() {
			go task()
		})
	}
	wg.Wait()
}
