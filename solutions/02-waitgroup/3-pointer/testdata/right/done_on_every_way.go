// Done on the last line, and once more in a deferred function that looks whether the
// last line was reached. Clumsy, and right.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go call(&wg, guest, greet)
	}
	wg.Wait()
}

func call(wg *sync.WaitGroup, guest string, greet func(guest string)) {
	counted := false
	defer func() {
		if !counted {
			wg.Done()
		}
	}()
	greet(guest)
	wg.Done()
	counted = true
}
