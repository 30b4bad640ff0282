// One Add for all, and a Done for each.
//
// The count reaches zero with the first greeting, and falls below it with the second.
//
// Fails: TestARollCallWithoutGuestsReturnsAtOnce TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkWaitsForTheLastOfMany
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	wg.Add(1)
	for _, guest := range guests {
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
