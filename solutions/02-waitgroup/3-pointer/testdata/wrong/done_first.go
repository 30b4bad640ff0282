// Done is called first, and without defer.
//
// The greeting is counted as over before it has begun.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			wg.Done()
			greet(guest)
		}()
	}
	wg.Wait()
}
