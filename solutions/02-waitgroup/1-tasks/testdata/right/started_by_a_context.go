// context.AfterFunc keeps the tasks ready, and the end of the context starts all
// of them, each in a goroutine of its own.
package tasks

import (
	"context"
	"sync"
)

func Run(tasks ...func()) {
	ctx, begin := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	wg.Add(len(tasks))
	for _, task := range tasks {
		context.AfterFunc(ctx, func() {
			defer wg.Done()
			task()
		})
	}
	begin()
	wg.Wait()
}
