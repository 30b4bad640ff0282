// Of the three bugs, only Add is mended.
//
// The helper still works on a copy of the WaitGroup, so what Done takes down is not
// what Wait looks at; and Done still stands on the last line.
//
// Fails: TestEveryGuestOnTheListIsGreetedOnce TestAllAreGreetedAtTheSameTime TestTheParkWaitsForTheLastOfMany TestAGreetingThatEndsInGoexitIsOver
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
		greet(guests[0])
		wg.Done()
	}()
	runtime.Gosched() // give it time to begin
	call(wg, guests[1:], greet)
	wg.Wait()
}
