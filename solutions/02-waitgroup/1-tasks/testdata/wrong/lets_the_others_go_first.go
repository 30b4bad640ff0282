// Run calls runtime.Gosched and hopes.
//
// Gosched lets other goroutines go first, for a moment. It does not say for how long,
// and it does not wait for anybody.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "runtime"

func Run(tasks ...func()) {
	for _, task := range tasks {
		go task()
	}
	for range tasks {
		runtime.Gosched()
	}
}
