// The WaitGroup is a package variable.
//
// Nothing is copied, and all roll calls share it: each waits for the guests of the
// others as well.
//
// Fails: TestTwoRollCallsShareNothing
package pointer

import "sync"

var wg sync.WaitGroup

func RollCall(guests []string, greet func(guest string)) {
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
