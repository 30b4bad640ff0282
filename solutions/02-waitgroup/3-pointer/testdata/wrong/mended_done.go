// Of the three bugs, only Done is mended.
//
// Done is deferred now. But the helper works on a copy of the WaitGroup, and the
// goroutine counts itself, perhaps after Wait has looked.
//
// Fails: race TestTheParkGoesHomeAfterTheGreeting TestEveryGuestOnTheListIsGreetedOnce TestAllAreGreetedAtTheSameTime TestTheParkWaitsForTheLastOfMany
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
	go func() {
		wg.Add(1)
		defer wg.Done()
		greet(guests[0])
	}()
	runtime.Gosched() // give it time to begin
	call(wg, guests[1:], greet)
	wg.Wait()
}
