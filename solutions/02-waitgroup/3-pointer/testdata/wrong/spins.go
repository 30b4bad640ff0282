// RollCall looks again and again, and lets the others go first in between.
//
// It is right about when to go home, and it keeps a processor busy until then.
//
// Fails: TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import (
	"runtime"
	"sync/atomic"
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
		runtime.Gosched()
	}
}
