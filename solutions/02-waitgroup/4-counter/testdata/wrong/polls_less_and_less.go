// Wait sleeps between two looks, each time twice as long as before.
//
// That saves CPU and costs time: after a minute of waiting it may be a minute late. A
// wait for another goroutine needs no clock at all.
//
// Fails: TestAYearOfWaitingCostsNothing TestWaitIsOverTheMomentTheCounterIsZero
package counter

import (
	"sync/atomic"
	"time"
)

type WaitGroup struct{ n atomic.Int64 }

func (wg *WaitGroup) Add(delta int) {
	if wg.n.Add(int64(delta)) < 0 {
		panic("counter: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for pause := time.Microsecond; wg.n.Load() > 0; pause *= 2 {
		time.Sleep(pause)
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
