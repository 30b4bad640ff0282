// No helper and no parameter: the closure uses the WaitGroup of the function around
// it, which is a pointer in all but name.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	defer wg.Wait()
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
}
