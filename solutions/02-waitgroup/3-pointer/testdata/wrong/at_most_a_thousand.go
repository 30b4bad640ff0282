// At most a thousand are greeted at once.
//
// Nobody asked for a limit, and this one looks large enough. The thousand and first
// greeting waits for another to end; when that other waits for it, both wait for ever.
//
// Fails: TestAllAreGreetedAtTheSameTime
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	places := make(chan struct{}, 1000)
	var wg sync.WaitGroup
	for _, g := range guests {
		places <- struct{}{}
		wg.Go(func() {
			defer func() { <-places }()
			greet(g)
		})
	}
	wg.Wait()
}
