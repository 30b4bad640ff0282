// RollCall waits inside the loop.
//
// Each guest is greeted when the one before has been. A greeting that waits for
// another guest waits for ever.
//
// Fails: TestAllAreGreetedAtTheSameTime
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
		wg.Wait()
	}
}
