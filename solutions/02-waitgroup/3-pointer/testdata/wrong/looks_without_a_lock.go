// RollCall looks at the count without the lock that guards it.
//
// The goroutines hold the mutex when they count down. Whoever reads must hold it,
// too.
//
// Fails: race
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var mu sync.Mutex
	left := len(guests)
	changed := make(chan struct{}, len(guests))
	for _, guest := range guests {
		go func() {
			defer func() {
				mu.Lock()
				left--
				mu.Unlock()
				changed <- struct{}{}
			}()
			greet(guest)
		}()
	}
	for left > 0 {
		<-changed
	}
}
