// The last Done sends on a channel without a buffer, and waits until somebody receives.
//
// When nobody waits, nobody receives, and Done never returns. Done has to get by without
// anybody on the other side.
//
// Fails: TestACounterBelowZeroPanics TestAPanicInFEndsTheProgram TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestFMayCallGoItself TestGoCountsBeforeItStarts TestGoStartsFAndWaitsForNobody TestGoexitCountsDownToo TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTwoMayBeDoneAtTheSameMoment TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone TestWaitReturnsAtOnceWhenTheCounterIsZero
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	n    atomic.Int64
	once sync.Once
	over chan struct{}
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() { wg.over = make(chan struct{}) })
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	switch n := wg.n.Add(int64(delta)); {
	case n < 0:
		panic("counter: negative WaitGroup counter")
	case n == 0:
		wg.over <- struct{}{}
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.init()
	if wg.n.Load() > 0 {
		<-wg.over
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
