// The workers wait for more tasks, and nobody tells them that there are none.
//
// A range over a channel ends when the channel is closed. Nobody closes this one, so
// with every call of Run goroutines are left behind, for ever.
//
// Fails: TestEveryTaskRunsOnce TestRunWaitsForEveryTask TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunLeavesNoGoroutineBehind TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	queue := make(chan func(), len(tasks))
	for _, task := range tasks {
		wg.Add(1)
		queue <- task
		go func() {
			for task := range queue {
				func() {
					defer wg.Done()
					task()
				}()
			}
		}()
	}
	wg.Wait()
}
