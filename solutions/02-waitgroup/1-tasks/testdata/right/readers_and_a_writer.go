// An RWMutex: every task is a reader, and the writer gets in when the last
// reader has gone.
//
// Run takes the read lock for each task before it starts it.
package tasks

import "sync"

func Run(tasks ...func()) {
	var gate sync.RWMutex
	for _, task := range tasks {
		gate.RLock()
		go func() {
			defer gate.RUnlock()
			task()
		}()
	}
	gate.Lock()
}
