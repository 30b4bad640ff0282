// Run looks once a millisecond whether the counter is at zero.
//
// It is a millisecond late, and while it waits it wakes up a thousand times a second
// for nothing. Wait sleeps until it is woken.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestRunWaitsHoweverLongATaskTakes
package tasks

import (
	"sync/atomic"
	"time"
)

func Run(tasks ...func()) {
	var left atomic.Int64
	left.Store(int64(len(tasks)))
	for _, task := range tasks {
		go func() {
			defer left.Add(-1)
			task()
		}()
	}
	for left.Load() > 0 {
		time.Sleep(time.Millisecond)
	}
}
