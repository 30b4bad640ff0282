// Each greeting holds an RWMutex for reading, locked before it begins, and RollCall
// locks it for writing: that waits for all the readers. Odd, and right.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var greeting sync.RWMutex
	for _, guest := range guests {
		greeting.RLock()
		go func() {
			defer greeting.RUnlock()
			greet(guest)
		}()
	}
	greeting.Lock()
	defer greeting.Unlock()
}
