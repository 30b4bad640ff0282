// The last Done tells those who are already waiting, and whoever is about to wait misses it.
//
// Ada has seen that the counter is not zero and has not yet reached her receive. The send
// finds no receiver, takes the default, and Ada waits for a call that has been made.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestWaitMissesNoDone
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
	n := wg.n.Add(int64(delta))
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	for n == 0 {
		select {
		case wg.over <- struct{}{}:
		default:
			return
		}
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
