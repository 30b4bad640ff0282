// wg.Go counts and takes down, and the function that it gets calls Done as well.
//
// wg.Go is Add, go and the deferred Done. Another Done is one too many.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Go(func() {
			defer wg.Done()
			greet(guest)
		})
	}
	wg.Wait()
}
