// Each goroutine starts the next one when its own task has ended.
//
// Everything is counted before it starts, and yet it is one after the other. And a
// task that calls runtime.Goexit takes all the later ones with it.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime TestATaskThatCallsGoexitHasEnded
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var begin func(rest []func())
	begin = func(rest []func()) {
		if len(rest) == 0 {
			return
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			rest[0]()
			begin(rest[1:])
		}()
	}
	begin(tasks)
	wg.Wait()
}
