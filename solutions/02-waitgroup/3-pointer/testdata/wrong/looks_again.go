// The count goes down in one step, and is looked at in another.
//
// Two greetings are over at the same time: both count down, and then both see zero.
// The second close panics. Look at what Add returns.
//
// Fails: TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkWaitsForTheLastOfMany
package pointer

import "sync/atomic"

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	var left atomic.Int64
	left.Store(int64(len(guests)))
	home := make(chan struct{})
	for _, guest := range guests {
		go func() {
			defer func() {
				left.Add(-1)
				if left.Load() == 0 {
					close(home)
				}
			}()
			greet(guest)
		}()
	}
	<-home
}
