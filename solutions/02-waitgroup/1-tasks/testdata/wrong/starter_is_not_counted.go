// A goroutine starts the tasks, and is not counted itself.
//
// Each task is counted before it starts. But Run may come to Wait before that
// goroutine has counted any of them.
//
// Fails: race TestRunWaitsForEveryTask TestATaskThatCallsGoexitHasEnded TestRunWaitsHoweverLongATaskTakes
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	go func() {
		for _, task := range tasks {
			wg.Add(1)
			go func() {
				defer wg.Done()
				task()
			}()
		}
	}()
	wg.Wait()
}
