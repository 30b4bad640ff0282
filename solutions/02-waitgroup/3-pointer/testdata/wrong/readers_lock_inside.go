// Each greeting locks for reading in its own goroutine.
//
// RollCall may lock for writing before any of them has begun. That is Add inside the
// goroutine, with another lock.
//
// Fails: TestAllAreGreetedAtTheSameTime TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var greeting sync.RWMutex
	for _, guest := range guests {
		go func() {
			greeting.RLock()
			defer greeting.RUnlock()
			greet(guest)
		}()
	}
	greeting.Lock()
	defer greeting.Unlock()
}
