// Wait says that it waits, looks once more, and goes without its token when it finds zero.
//
// The last Done had heard her, and has laid a token out. Nobody takes it, until somebody waits
// in the next round: he finds it, and goes while a guest is there.
//
// Fails: TestItCanBeUsedAgainAsSoonAsWaitHasReturned
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
	wg.once.Do(func() { wg.tokens = make(chan struct{}, 1<<16) })
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
	if wg.n.Load() == 0 {
		return
	}
	wg.waiters.Add(1)
	if wg.n.Load() == 0 {
		return
	}
	<-wg.tokens
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
