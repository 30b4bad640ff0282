// Whoever raises the counter starts a goroutine that keeps it, and the goroutine stays.
//
// When the counter is zero nobody needs it any more, and nobody can reach it to say so. A
// program that makes a WaitGroup for every request has one goroutine more after each.
//
// Fails: TestACounterBelowZeroPanics TestAYearOfWaitingCostsNothing TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestFMayCallGoItself TestGoCountsBeforeItStarts TestGoStartsFAndWaitsForNobody TestGoexitCountsDownToo TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestNoCountIsLost TestTheCounterGoesUpAndDownInAnySteps TestTwoMayBeDoneAtTheSameMoment TestTwoWaitGroupsShareNothing TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone TestWaitReturnsAtOnceWhenTheCounterIsZero TestWaitWaitsForTheLastDone TestWaitWaitsUntilFHasReturned
package counter

import "sync"

type WaitGroup struct {
	once sync.Once
	work chan int
	told chan int
	ask  chan chan struct{}
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() {
		wg.work, wg.told, wg.ask = make(chan int), make(chan int), make(chan chan struct{})
		go wg.keep()
	})
}

func (wg *WaitGroup) keep() {
	n := 0
	zero := make(chan struct{})
	close(zero)
	for {
		select {
		case delta := <-wg.work:
			if n == 0 && delta > 0 {
				zero = make(chan struct{})
			}
			if n > 0 && n+delta == 0 {
				close(zero)
			}
			n += delta
			wg.told <- n
		case wg.ask <- zero:
		}
	}
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	wg.work <- delta
	if <-wg.told < 0 {
		panic("counter: negative WaitGroup counter")
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.init()
	<-<-wg.ask
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
