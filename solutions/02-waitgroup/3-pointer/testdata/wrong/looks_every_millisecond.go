// RollCall looks every millisecond whether the count is zero.
//
// The park goes home up to a millisecond late, and is woken a thousand times a second
// to see that nothing has changed.
//
// Fails: TestTheParkGoesHomeAtTheLastGreetingsEnd
package pointer

import (
	"sync/atomic"
	"time"
)

func RollCall(guests []string, greet func(guest string)) {
	var left atomic.Int64
	left.Store(int64(len(guests)))
	for _, guest := range guests {
		go func() {
			defer left.Add(-1)
			greet(guest)
		}()
	}
	for left.Load() > 0 {
		time.Sleep(time.Millisecond)
	}
}
