// What is deferred is greet, and Done runs at once.
//
// Of a deferred call everything but the call itself happens on the line of the defer;
// and here the wrong one of the two is deferred.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer greet(guest)
			wg.Done()
		}()
	}
	wg.Wait()
}
