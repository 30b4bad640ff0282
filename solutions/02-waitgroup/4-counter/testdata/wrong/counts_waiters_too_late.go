// Wait says that it waits after it has looked at the counter.
//
// The last Done comes in between, finds nobody who waits, and sends no token. Then Ada says
// that she waits, and nobody hears of it.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestWaitMissesNoDone
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	n, waiters atomic.Int64
	once       sync.Once
	tokens     chan struct{}
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() { wg.tokens = make(chan struct{}) })
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	n := wg.n.Add(int64(delta))
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if n == 0 {
		for range wg.waiters.Swap(0) {
			wg.tokens <- struct{}{}
		}
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.init()
	if wg.n.Load() > 0 {
		wg.waiters.Add(1)
		<-wg.tokens
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
