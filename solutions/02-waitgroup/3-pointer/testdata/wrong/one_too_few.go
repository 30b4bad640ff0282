// The last guest is not counted.
//
// RollCall greets the last one, somebody thought, so there is one goroutine fewer to
// wait for. But the loop has a goroutine for the last one, too.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	wg.Add(max(len(guests)-1, 0))
	for _, guest := range guests {
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
