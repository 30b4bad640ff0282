// A go statement in front of wg.Go.
//
// wg.Go counts and starts in one call. With another goroutine around it, that call
// may come after Wait: it is Add inside the goroutine again, in other words.
//
// Fails: race TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		go wg.Go(task)
	}
	wg.Wait()
}
