// RollCall waits for one signal and does not look again.
//
// Each greeting signals when it is over. After the first signal there may be guests
// left, so the question belongs into a loop.
//
// Fails: TestTheParkWaitsForTheLastOfMany
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	left := len(guests)
	for _, guest := range guests {
		go func() {
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				left--
				changed.Signal()
			}()
			greet(guest)
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	if left > 0 {
		changed.Wait()
	}
}
