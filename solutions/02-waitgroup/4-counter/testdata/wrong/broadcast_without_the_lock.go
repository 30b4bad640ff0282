// Done counts with an atomic number and calls Broadcast without the lock.
//
// Ada looks at the counter, which is 1, and goes to sleep in the next line. The last Done
// comes in between: its Broadcast finds nobody asleep. The lock is what makes the look and
// the falling asleep one thing.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestWaitMissesNoDone
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	n    atomic.Int64
	mu   sync.Mutex
	once sync.Once
	cond *sync.Cond
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() { wg.cond = sync.NewCond(&wg.mu) })
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	n := wg.n.Add(int64(delta))
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if n == 0 {
		wg.cond.Broadcast()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.init()
	wg.mu.Lock()
	defer wg.mu.Unlock()
	for wg.n.Load() > 0 {
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
