// Add inside the goroutine, and right: RollCall goes on when the goroutine has said
// that it is counted.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		counted := make(chan struct{})
		go func() {
			wg.Add(1)
			close(counted)
			defer wg.Done()
			greet(guest)
		}()
		<-counted
	}
	wg.Wait()
}
