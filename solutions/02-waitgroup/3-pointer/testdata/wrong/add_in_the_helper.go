// The helper gets a pointer, and counts itself.
//
// The helper runs in the new goroutine, and that may begin after Wait has looked. A
// pointer does not help there: Add belongs before go.
//
// Fails: race TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		go call(&wg, guest, greet)
	}
	wg.Wait()
}

func call(wg *sync.WaitGroup, guest string, greet func(guest string)) {
	wg.Add(1)
	defer wg.Done()
	greet(guest)
}
