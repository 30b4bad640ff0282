// Wait looks at the counter at each tick of a clock.
//
// A ticker is a Sleep in a loop by another name: the looks in between are for nothing,
// and the one that finds zero comes late.
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
	if wg.n.Load() == 0 {
		return
	}
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for range tick.C {
		if wg.n.Load() == 0 {
			return
		}
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
