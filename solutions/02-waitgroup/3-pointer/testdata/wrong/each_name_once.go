// Each name is greeted once.
//
// Two guests with one name are two guests.
//
// Fails: TestEveryGuestOnTheListIsGreetedOnce
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	seen := make(map[string]bool)
	for _, guest := range guests {
		if seen[guest] {
			continue
		}
		seen[guest] = true
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
