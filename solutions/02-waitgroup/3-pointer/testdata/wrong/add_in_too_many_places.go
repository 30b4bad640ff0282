// All guests are counted before the loop, and each again in it.
//
// Half of the count never comes down, and the park waits for ever.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	wg.Add(len(guests))
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
