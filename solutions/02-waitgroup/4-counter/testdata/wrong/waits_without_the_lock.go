// Wait calls cond.Wait without holding the lock.
//
// Cond's Wait unlocks while it sleeps, and what is not locked can't be unlocked: the program
// ends. Lock first, look, and wait then.
//
// Fails: TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoMayBeDoneAtTheSameMoment TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	cond *sync.Cond
	n    int
}

func (wg *WaitGroup) lock() {
	wg.mu.Lock()
	if wg.cond == nil {
		wg.cond = sync.NewCond(&wg.mu)
	}
}

func (wg *WaitGroup) Add(delta int) {
	wg.lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 {
		wg.cond.Broadcast()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.lock()
	n := wg.n
	wg.mu.Unlock()
	if n > 0 {
		wg.cond.Wait()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
