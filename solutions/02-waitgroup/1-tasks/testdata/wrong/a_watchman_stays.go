// A goroutine is to warn of a call that takes too long, and nobody calls it off.
//
// Run returns, and the watchman sits there until his time is up. With every call there
// is one more of them.
//
// Fails: TestRunWithoutTasksReturnsAtOnce TestRunLeavesNoGoroutineBehind
package tasks

import (
	"fmt"
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	go func() {
		time.Sleep(30 * time.Second)
		fmt.Println("tasks: this should have ended by now")
	}()
	wg.Wait()
}
