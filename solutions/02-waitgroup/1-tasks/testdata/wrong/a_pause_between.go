// A millisecond passes between one start and the next.
//
// The first tasks may wait for the last, which could have begun long ago; a thousand
// tasks take a second to start.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestAllTasksRunAtTheSameTime
package tasks

import (
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for i, task := range tasks {
		if i > 0 {
			time.Sleep(time.Millisecond)
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
