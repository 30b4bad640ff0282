// Add stands inside the goroutine, and Done works on a copy.
//
// When Wait comes first, the park goes home with nobody greeted. When Add comes
// first, it waits for ever. It is never right.
//
// Fails: race TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		go func() {
			wg.Add(1)
			call(wg, guest, greet)
		}()
	}
	wg.Wait()
}

func call(wg sync.WaitGroup, guest string, greet func(guest string)) {
	greet(guest)
	wg.Done()
}
