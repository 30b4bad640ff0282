// An atomic counter goes down with each greeting that is over, and whoever makes it
// zero closes the channel that RollCall waits for.
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
				if left.Add(-1) == 0 {
					close(home)
				}
			}()
			greet(guest)
		}()
	}
	<-home
}
