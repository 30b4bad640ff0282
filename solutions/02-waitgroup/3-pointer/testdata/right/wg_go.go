// A loop, and wg.Go for Add, go and the deferred Done in one.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Go(func() { greet(guest) })
	}
	wg.Wait()
}
