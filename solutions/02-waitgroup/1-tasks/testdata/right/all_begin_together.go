// Every goroutine waits at a gate, and the gate opens when the last of them is
// there. Then all the tasks begin.
package tasks

import "sync"

func Run(tasks ...func()) {
	var there, wg sync.WaitGroup
	gate := make(chan struct{})
	there.Add(len(tasks))
	for _, task := range tasks {
		wg.Go(func() {
			there.Done()
			<-gate
			task()
		})
	}
	there.Wait()
	close(gate)
	wg.Wait()
}
