// Wait holds the lock while it waits.
//
// Done needs the same lock to count down. Each waits for the other, and nobody is left who
// could help.
//
// Fails: TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoMayBeDoneAtTheSameMoment TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	n    int
	zero chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.zero != nil {
		close(wg.zero)
		wg.zero = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.n == 0 {
		return
	}
	if wg.zero == nil {
		wg.zero = make(chan struct{})
	}
	<-wg.zero
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
