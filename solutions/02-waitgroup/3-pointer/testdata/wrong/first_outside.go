// The first guest is counted before go, and the others count themselves.
//
// While somebody is being greeted, Wait waits, and the others may come. But the first
// greeting may be over before the second goroutine has begun.
//
// Fails: race TestTheParkWaitsForTheLastOfMany
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for i, guest := range guests {
		if i == 0 {
			wg.Add(1)
		}
		go func() {
			if i > 0 {
				wg.Add(1)
			}
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
