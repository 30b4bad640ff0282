// The helper that waits takes the WaitGroup by value.
//
// The copy has the count of the moment in which it was made, and nobody takes it
// down. It goes well only when everybody has been greeted by then.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wait(wg)
}

func wait(wg sync.WaitGroup) { wg.Wait() }
