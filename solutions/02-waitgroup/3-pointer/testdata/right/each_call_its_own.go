// The helper has a WaitGroup of its own in each call and takes none from anybody, so
// there is nothing to copy.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		greet(guests[0])
	}()
	RollCall(guests[1:], greet)
	wg.Wait()
}
