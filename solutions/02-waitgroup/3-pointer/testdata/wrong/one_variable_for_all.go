// All goroutines read one variable, and the loop goes on writing it.
//
// The variable is declared outside of the loop, so each turn writes to the same one.
// Some guests are greeted twice, and some never.
//
// Fails: race TestTheParkWaitsForTheLastOfMany
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	var guest string
	for _, guest = range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
