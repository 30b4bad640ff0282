// The helper takes the WaitGroup by value, before anybody has used it, and does all of
// Add, Done and Wait on its own copy. go vet complains, and rightly so; it works all
// the same.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	callAll(wg, guests, greet)
}

func callAll(wg sync.WaitGroup, guests []string, greet func(guest string)) {
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
