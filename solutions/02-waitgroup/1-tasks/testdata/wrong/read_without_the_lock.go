// The counter is changed under a lock and read without one.
//
// A lock protects a number only if everybody who touches the number takes it, and
// whoever reads it touches it.
//
// Fails: race
package tasks

import (
	"sync"
	"time"
)

func Run(tasks ...func()) {
	var mu sync.Mutex
	left := len(tasks)
	for _, task := range tasks {
		go func() {
			defer func() {
				mu.Lock()
				left--
				mu.Unlock()
			}()
			task()
		}()
	}
	for left > 0 {
		time.Sleep(time.Millisecond)
	}
}
