// The methods of the group have a value receiver.
//
// Each call works on a copy of the group. The copy is counted up and down, and the
// original is at zero all the time. A method that changes its receiver needs a
// pointer.
//
// Fails: TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var g group
	for _, task := range tasks {
		g.start(task)
	}
	g.wg.Wait()
}

type group struct{ wg sync.WaitGroup }

func (g group) start(task func()) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		task()
	}()
}
