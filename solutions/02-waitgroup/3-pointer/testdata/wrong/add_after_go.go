// Add stands outside of the goroutine, one line after go.
//
// The goroutine may be over before the next line runs. Its Done then comes before its
// Add, and the count falls below zero.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestTheParkWaitsForTheLastOfMany
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		go func() {
			defer wg.Done()
			greet(guest)
		}()
		wg.Add(1)
	}
	wg.Wait()
}
