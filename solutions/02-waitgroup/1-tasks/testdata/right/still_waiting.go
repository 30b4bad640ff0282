// Somebody who waits for long is told so once an hour. Each time a timer wakes
// Run up, and the answer to "is it over?" is a channel's, not a question.
package tasks

import (
	"fmt"
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Go(task)
	}
	over := make(chan struct{})
	go func() {
		wg.Wait()
		close(over)
	}()
	hourly := time.NewTicker(time.Hour)
	defer hourly.Stop()
	for {
		select {
		case <-over:
			return
		case <-hourly.C:
			fmt.Println("tasks: still waiting")
		}
	}
}
