// Wait takes the lock, looks, and lets the lock go, again and again.
//
// The lock makes each look safe, and makes nothing of the loop around it: it runs as long
// as the counter is above zero.
//
// Fails: TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoMayBeDoneAtTheSameMoment TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
package counter

import "sync"

type WaitGroup struct {
	mu sync.Mutex
	n  int
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for {
		wg.mu.Lock()
		n := wg.n
		wg.mu.Unlock()
		if n == 0 {
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
