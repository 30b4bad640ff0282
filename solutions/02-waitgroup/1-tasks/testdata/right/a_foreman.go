// Another goroutine starts the tasks, waits for them and says when all is over.
package tasks

import "sync"

func Run(tasks ...func()) {
	over := make(chan struct{})
	go func() {
		defer close(over)
		var wg sync.WaitGroup
		for _, task := range tasks {
			wg.Add(1)
			go func() {
				defer wg.Done()
				task()
			}()
		}
		wg.Wait()
	}()
	<-over
}
