// Wait looks at the counter in a loop, and lets the others go first between two looks.
//
// runtime.Gosched is no rest. When nobody else has anything to do, the loop runs as fast
// as it can, and the processor never idles.
//
// Fails: TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
package counter

import (
	"runtime"
	"sync/atomic"
)

type WaitGroup struct{ n atomic.Int64 }

func (wg *WaitGroup) Add(delta int) {
	if wg.n.Add(int64(delta)) < 0 {
		panic("counter: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for wg.n.Load() > 0 {
		runtime.Gosched()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
