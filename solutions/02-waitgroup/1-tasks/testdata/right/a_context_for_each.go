// Every task cancels a context when it ends, and Run waits for all the contexts.
package tasks

import "context"

func Run(tasks ...func()) {
	var running []context.Context
	for _, task := range tasks {
		ctx, cancel := context.WithCancel(context.Background())
		running = append(running, ctx)
		go func() {
			defer cancel()
			task()
		}()
	}
	for _, ctx := range running {
		<-ctx.Done()
	}
}
