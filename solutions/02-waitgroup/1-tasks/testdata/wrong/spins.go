// Run asks without a pause whether the counter is at zero.
//
// A processor is busy with asking for as long as the tasks take, and can't help them.
// Wait sleeps until it is woken.
//
// Fails: TestEveryTaskRunsOnce TestRunReturnsWhenTheLastTaskEnds TestRunWaitsForEveryTask TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded TestTwoCallsOfRunShareNothing TestRunWaitsHoweverLongATaskTakes
package tasks

import (
	"runtime"
	"sync/atomic"
)

func Run(tasks ...func()) {
	var left atomic.Int64
	left.Store(int64(len(tasks)))
	for _, task := range tasks {
		go func() {
			defer left.Add(-1)
			task()
		}()
	}
	for left.Load() > 0 {
		runtime.Gosched()
	}
}
