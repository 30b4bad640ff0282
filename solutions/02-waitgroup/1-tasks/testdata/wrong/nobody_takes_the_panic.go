// A panic is sent to Run, which is not there to receive it.
//
// Run receives when all tasks have ended, and the one that panicked ends when somebody
// has received. Nobody moves, and the program does not crash.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	panics := make(chan any)
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if p := recover(); p != nil {
					panics <- p
				}
			}()
			task()
		}()
	}
	wg.Wait()
	select {
	case p := <-panics:
		panic(p)
	default:
	}
}
