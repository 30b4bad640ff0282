// One Add for all guests before the first goroutine, and a helper that takes a
// pointer.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	wg.Add(len(guests))
	for i := range guests {
		go call(&wg, guests[i], greet)
	}
	wg.Wait()
}

func call(wg *sync.WaitGroup, guest string, greet func(guest string)) {
	defer wg.Done()
	greet(guest)
}
