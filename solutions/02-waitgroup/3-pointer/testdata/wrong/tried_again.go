// A greeting that ends in Goexit is tried again.
//
// It is over, and the guest is greeted a second time: each element of the list has one
// greeting.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		go greetOrTryAgain(&wg, guest, greet)
	}
	wg.Wait()
}

func greetOrTryAgain(wg *sync.WaitGroup, guest string, greet func(guest string)) {
	greeted := false
	defer func() {
		if !greeted {
			defer wg.Done()
			greet(guest)
		}
	}()
	greet(guest)
	greeted = true
	wg.Done()
}
