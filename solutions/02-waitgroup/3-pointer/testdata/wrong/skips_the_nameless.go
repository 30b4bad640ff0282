// Guests without a name are left out.
//
// An empty name is a name like any other on this list.
//
// Fails: TestAGuestIsGreetedByName TestEveryGuestOnTheListIsGreetedOnce
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		if guest == "" {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
