// Done is called before the task.
//
// The counter says how many have not yet called Done. Called at the beginning, it
// counts those that have not begun, and Run returns while all of them are at work.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			wg.Done()
			task()
		}()
	}
	wg.Wait()
}
