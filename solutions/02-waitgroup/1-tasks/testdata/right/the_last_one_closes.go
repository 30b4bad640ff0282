// An atomic number counts down, and whoever brings it to zero closes the
// channel that Run waits for.
//
// Run holds one of the counts itself, so the number can't be zero before all
// tasks have been started, and without tasks it is Run that closes.
package tasks

import "sync/atomic"

func Run(tasks ...func()) {
	var left atomic.Int64
	left.Store(int64(len(tasks)) + 1)
	over := make(chan struct{})
	done := func() {
		if left.Add(-1) == 0 {
			close(over)
		}
	}
	for _, task := range tasks {
		go func() {
			defer done()
			task()
		}()
	}
	done()
	<-over
}
