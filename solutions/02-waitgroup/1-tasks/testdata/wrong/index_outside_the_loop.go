// The goroutines read the index of the loop, and there is only one.
//
// The loop goes on counting while the goroutines read: a data race. The last one may
// find an index behind the end of the slice.
//
// Fails: race
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	i := 0
	for i < len(tasks) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			tasks[i]()
		}()
		i++
	}
	wg.Wait()
}
