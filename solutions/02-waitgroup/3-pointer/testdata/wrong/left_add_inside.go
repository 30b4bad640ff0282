// The copy and Done are mended, and Add still stands inside the goroutine.
//
// The goroutine may begin after Wait has looked. Gosched asks the scheduler to let it
// begin first, and the scheduler may do otherwise.
//
// Fails: race TestTheParkGoesHomeAfterTheGreeting
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
	go func() {
		wg.Add(1)
		defer wg.Done()
		greet(guests[0])
	}()
	runtime.Gosched() // give it time to begin
	call(wg, guests[1:], greet)
	wg.Wait()
}
