// RollCall looks at the count, lets go of the lock, and then waits for a signal.
//
// In between the last greeting may be over. Its signal finds nobody waiting, and
// RollCall waits for another one, which does not come.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkWaitsForTheLastOfMany
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var mu sync.Mutex
	changed := sync.NewCond(&mu)
	left := len(guests)
	for _, guest := range guests {
		go func() {
			defer func() {
				mu.Lock()
				left--
				mu.Unlock()
				changed.Signal()
			}()
			greet(guest)
		}()
	}
	for {
		mu.Lock()
		over := left == 0
		mu.Unlock()
		if over {
			return
		}
		mu.Lock()
		changed.Wait()
		mu.Unlock()
	}
}
