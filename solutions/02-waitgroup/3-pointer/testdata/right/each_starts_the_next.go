// A chain: each goroutine counts and starts the next one before it greets its own
// guest, so the count never touches zero in between.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	next(&wg, guests, greet)
	wg.Wait()
}

func next(wg *sync.WaitGroup, guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		next(wg, guests[1:], greet)
		greet(guests[0])
	}()
}
