// wg.Add stands before wg.Go.
//
// wg.Go adds one itself, so each guest is counted twice, and taken down once.
//
// Fails: TestAGuestIsGreetedByName TestTheParkGoesHomeAfterTheGreeting TestEveryGuestOnTheListIsGreetedOnce TestAllAreGreetedAtTheSameTime TestTheParkWaitsForTheLastOfMany TestAGreetingThatEndsInGoexitIsOver TestTwoRollCallsShareNothing TestTheParkGoesHomeAtTheLastGreetingsEnd
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		wg.Go(func() { greet(guest) })
	}
	wg.Wait()
}
