// Wait looks at the counter in a loop, without a pause.
//
// It notices zero at once, and until then it takes a whole processor, from the very
// goroutines it waits for.
//
// Fails: TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
package counter

import "sync/atomic"

type WaitGroup struct{ n atomic.Int64 }

func (wg *WaitGroup) Add(delta int) {
	if wg.n.Add(int64(delta)) < 0 {
		panic("counter: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for wg.n.Load() > 0 {
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
