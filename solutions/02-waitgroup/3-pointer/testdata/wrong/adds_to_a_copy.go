// The helper that counts and starts takes the WaitGroup by value.
//
// Everything is counted, on a copy. The original never hears of anybody, and its Wait
// returns at once.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		begin(wg, guest, greet)
	}
	wg.Wait()
}

func begin(wg sync.WaitGroup, guest string, greet func(guest string)) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		greet(guest)
	}()
}
