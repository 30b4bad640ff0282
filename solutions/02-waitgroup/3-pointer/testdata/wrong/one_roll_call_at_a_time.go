// A package variable is locked during each roll call.
//
// Two parks have nothing to do with each other, and one of them waits until the other
// has gone home.
//
// Fails: TestTwoRollCallsShareNothing
package pointer

import "sync"

var calling sync.Mutex

func RollCall(guests []string, greet func(guest string)) {
	calling.Lock()
	defer calling.Unlock()
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Go(func() { greet(guest) })
	}
	wg.Wait()
}
