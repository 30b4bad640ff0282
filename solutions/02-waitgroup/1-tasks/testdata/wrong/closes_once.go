// sync.Once keeps the channel from being closed twice.
//
// The panic is gone, and the mistake is still there: the first task to end lets Run
// go.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	var once sync.Once
	over := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer once.Do(func() { close(over) })
			task()
		}()
	}
	<-over
}
