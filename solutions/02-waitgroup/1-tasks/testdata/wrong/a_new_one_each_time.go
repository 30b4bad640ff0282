// The WaitGroup is declared inside the loop.
//
// Every task gets a WaitGroup of its own, and nobody waits for it. The one that Run
// waits for is another one, and was never counted up.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
