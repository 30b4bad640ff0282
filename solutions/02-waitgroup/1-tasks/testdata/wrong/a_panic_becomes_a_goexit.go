// A panic ends its goroutine, and nothing else.
//
// It looks like what a web server does with a handler that panics. But the server says
// so in its log and to its client, and here nobody hears anything.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import (
	"runtime"
	"sync"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if recover() != nil {
					runtime.Goexit()
				}
			}()
			task()
		}()
	}
	wg.Wait()
}
