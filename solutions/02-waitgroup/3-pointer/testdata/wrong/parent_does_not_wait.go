// A goroutine starts all the others, and only it is counted in time.
//
// The others count themselves. The starter may be over before they have begun, and
// then the count is zero.
//
// Fails: TestTheParkWaitsForTheLastOfMany
package pointer

import "sync/atomic"

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	var left atomic.Int64
	left.Store(1)
	home := make(chan struct{}, len(guests)+1)
	leave := func() {
		if left.Add(-1) == 0 {
			home <- struct{}{}
		}
	}
	for i, guest := range guests {
		go func() {
			if i > 0 {
				left.Add(1)
			}
			defer leave()
			greet(guest)
		}()
	}
	<-home
}
