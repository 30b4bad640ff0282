// Every goroutine notes in one slice that it has ended.
//
// WaitGroup waits, and that is all it does: the goroutines that append are not kept
// apart by it. Two of them write to the same place.
//
// Fails: race
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	var ended []int
	for i, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { ended = append(ended, i) }()
			task()
		}()
	}
	wg.Wait()
}
