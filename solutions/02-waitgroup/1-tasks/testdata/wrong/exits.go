// A panic ends the program through os.Exit.
//
// The text of the panic is lost, and so is the stack that says where it came from. A
// panic that nobody recovers from ends the program with both.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import (
	"os"
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
					os.Exit(1)
				}
			}()
			task()
		}()
	}
	wg.Wait()
}
