// At most 128 guests are greeted at the same time.
//
// A limit is a good thing where something is scarce. Here the greetings may have to
// wait for each other, and the guest they wait for is not let in.
//
// Fails: TestAllAreGreetedAtTheSameTime
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 128)
	for _, guest := range guests {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			greet(guest)
		}()
	}
	wg.Wait()
}
