// Each goroutine greets its guest, and then starts the next one.
//
// One after the other. A greeting that waits for the next guest waits for ever.
//
// Fails: TestAllAreGreetedAtTheSameTime
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
		defer next(wg, guests[1:], greet)
		greet(guests[0])
	}()
}
