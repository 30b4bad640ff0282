// Run locks a mutex twice. In between, the last task to end unlocks it.
//
// A mutex belongs to no goroutine: one may lock it and another unlock it.
package tasks

import (
	"sync"
	"sync/atomic"
)

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	var over sync.Mutex
	over.Lock()
	var ended atomic.Int64
	for _, task := range tasks {
		go func() {
			defer func() {
				if ended.Add(1) == int64(len(tasks)) {
					over.Unlock()
				}
			}()
			task()
		}()
	}
	over.Lock()
}
