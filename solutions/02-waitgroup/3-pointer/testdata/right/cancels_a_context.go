// The greeting that is over last cancels a context, and RollCall waits for its Done.
package pointer

import (
	"context"
	"sync/atomic"
)

func RollCall(guests []string, greet func(guest string)) {
	evening, goHome := context.WithCancel(context.Background())
	var inGreeting atomic.Int64
	leave := func() {
		if inGreeting.Add(-1) == 0 {
			goHome()
		}
	}
	inGreeting.Add(1) // RollCall itself, until all have begun
	for _, guest := range guests {
		inGreeting.Add(1)
		go func() {
			defer leave()
			greet(guest)
		}()
	}
	leave()
	<-evening.Done()
}
