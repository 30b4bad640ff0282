// The helper that greets takes the WaitGroup by value.
//
// Its Done takes down the count of a copy. The original waits for a Done that never
// comes, whoever is greeted.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go call(wg, guest, greet)
	}
	wg.Wait()
}

func call(wg sync.WaitGroup, guest string, greet func(guest string)) {
	defer wg.Done()
	greet(guest)
}
