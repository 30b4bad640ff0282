// Run starts one goroutine, which starts the next before it begins its own
// task. Each adds the next one while it is still counted itself.
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var begin func(rest []func())
	begin = func(rest []func()) {
		if len(rest) == 0 {
			return
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			begin(rest[1:])
			rest[0]()
		}()
	}
	begin(tasks)
	wg.Wait()
}
