// The greeting runs in a goroutine of its own, and another one waits for it and calls
// Done: Goexit can't reach the WaitGroup at all.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Add(1)
		over := make(chan struct{})
		go func() {
			defer close(over)
			greet(guest)
		}()
		go func() {
			<-over
			wg.Done()
		}()
	}
	wg.Wait()
}
