// Of the three bugs, only the copy is mended.
//
// All share one WaitGroup now. But the goroutine counts itself, perhaps after Wait
// has looked, and Goexit never reaches the last line.
//
// Fails: race TestTheParkGoesHomeAfterTheGreeting TestAGreetingThatEndsInGoexitIsOver
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
		greet(guests[0])
		wg.Done()
	}()
	runtime.Gosched() // give it time to begin
	call(wg, guests[1:], greet)
	wg.Wait()
}
