// A panic becomes a line in the log.
//
// Run returns as if the task had ended, and its caller goes on with a park that is not
// ready. A log is read later, if at all.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import (
	"fmt"
	"sync"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for i, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if p := recover(); p != nil {
					fmt.Printf("task %d: %v\n", i, p)
				}
			}()
			task()
		}()
	}
	wg.Wait()
}
