// The caller panics, with words of its own.
//
// A task has failed, say the last words of the program, and not why. That was the one
// thing worth knowing.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import (
	"sync"
	"sync/atomic"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var failed atomic.Bool
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if recover() != nil {
					failed.Store(true)
				}
			}()
			task()
		}()
	}
	wg.Wait()
	if failed.Load() {
		panic("tasks: a task failed")
	}
}
