// Wait looks into the channel in a loop, with a default that does nothing.
//
// A select with a default never waits. Without the default it is a receive, and that is what
// Wait needs.
//
// Fails: TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
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
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	if wg.zero == nil {
		wg.zero = make(chan struct{})
	}
	zero := wg.zero
	wg.mu.Unlock()
	for {
		select {
		case <-zero:
			return
		default:
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
