// A WaitGroup that has done its work is kept, and used again by a later call.
//
// While one call uses it nobody else has it, and it goes back when its Wait has
// returned.
package tasks

import "sync"

var groups = sync.Pool{New: func() any { return new(sync.WaitGroup) }}

func Run(tasks ...func()) {
	wg := groups.Get().(*sync.WaitGroup)
	defer groups.Put(wg)
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}
