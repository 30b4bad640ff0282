// Add and Done are mended, and the helper still takes the WaitGroup by value.
//
// Each copy begins with the count that the original has at that moment. The Done for
// it reaches the original only, and the copy waits for ever.
//
// Fails: TestEveryGuestOnTheListIsGreetedOnce TestAllAreGreetedAtTheSameTime TestTheParkWaitsForTheLastOfMany
package pointer

import (
	"runtime"
	"sync"
)

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	call(wg, guests, greet)
}

func call(wg sync.WaitGroup, guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		greet(guests[0])
	}()
	runtime.Gosched() // give it time to begin
	call(wg, guests[1:], greet)
	wg.Wait()
}
