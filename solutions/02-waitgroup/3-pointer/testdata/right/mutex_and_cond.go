// A mutex, a count and a condition variable: a WaitGroup by hand.
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
	for left > 0 {
		changed.Wait()
	}
}
