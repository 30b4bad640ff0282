// Wait runs in a goroutine of its own.
//
// That goroutine waits, and RollCall does not.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	go wg.Wait()
}
