// Every task has a goroutine, and only a hundred of them do something.
//
// The others wait for a slot before they call their task. For a task that waits for
// another one it makes no difference where the limit stands.
//
// Fails: TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 100)
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			task()
		}()
	}
	wg.Wait()
}
