// The loop declares another WaitGroup of the same name.
//
// "wg := wg" was a way to give each goroutine a variable of its own. For a WaitGroup it
// makes a copy, and the one outside the loop counts nobody.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg := wg
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
