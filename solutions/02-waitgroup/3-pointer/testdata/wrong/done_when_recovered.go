// A deferred function calls Done when it has recovered a panic.
//
// Goexit is not a panic: recover returns nil, as it does when greet has returned.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer func() {
				if recover() != nil {
					wg.Done()
				}
			}()
			greet(guest)
			wg.Done()
		}()
	}
	wg.Wait()
}
