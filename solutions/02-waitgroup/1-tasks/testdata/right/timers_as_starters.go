// A timer with no time left starts each task: time.AfterFunc calls it in a
// goroutine of its own.
package tasks

import (
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	wg.Add(len(tasks))
	for _, task := range tasks {
		time.AfterFunc(0, func() {
			defer wg.Done()
			task()
		})
	}
	wg.Wait()
}
