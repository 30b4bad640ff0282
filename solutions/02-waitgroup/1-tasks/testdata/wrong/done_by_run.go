// Run itself calls Done, right after it has started the task.
//
// A go statement does not wait. So the counter is at zero again before the task has
// done anything. The one who ends has to say so: Done belongs into the goroutine.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go task()
		wg.Done()
	}
	wg.Wait()
}
