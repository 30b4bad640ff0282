// A mutex is held during each greeting.
//
// All have goroutines, and still one is greeted after the other.
//
// Fails: TestAllAreGreetedAtTheSameTime
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, guest := range guests {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			greet(guest)
		}()
	}
	wg.Wait()
}
