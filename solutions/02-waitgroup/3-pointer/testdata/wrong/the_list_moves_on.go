// The goroutines read the first of a list that the loop moves on.
//
// The closure sees the variable and not what was in it when go was called: some guests
// are greeted twice, and some goroutines find an empty list.
//
// Fails: race
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for len(guests) > 0 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guests[0])
		}()
		guests = guests[1:]
	}
	wg.Wait()
}
