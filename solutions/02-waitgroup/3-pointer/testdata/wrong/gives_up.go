// RollCall waits for five seconds at the most.
//
// The contract has no such end: the park goes home in the middle of a long greeting.
//
// Fails: TestTheParkGoesHomeAfterTheGreeting
package pointer

import (
	"sync"
	"time"
)

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	for _, guest := range guests {
		wg.Go(func() { greet(guest) })
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		wg.Wait()
	}()
	select {
	case <-over:
	case <-time.After(5 * time.Second):
	}
}
