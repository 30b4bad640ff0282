// Add and the copy are mended, and Done still stands on the last line.
//
// runtime.Goexit ends the goroutine in the middle of greet. Deferred calls run, and
// the line after greet does not.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver
package pointer

import (
	"runtime"
	"sync"
)

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	call(&wg, guests, greet)
}

func call(wg *sync.WaitGroup, guests []string, greet func(guest string)) {
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
