// The function given to wg.Go starts another goroutine.
//
// What wg.Go counts is over at once; the goroutine that greets is counted by
// nobody.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Go(func() { go greet(guest) })
	}
	wg.Wait()
}
