// The counter and the channel are both atomic, and Wait reads one after the other.
//
// Between the two the last Done comes: it closes the channel and puts a new one in its
// place. Ada has seen a counter above zero, and waits for the new channel, of a round that
// nobody has begun.
//
// Fails: TestFMayCallGoItself TestGoCountsBeforeItStarts TestItCanBeUsedAgainAsSoonAsWaitHasReturned TestTwoMayBeDoneAtTheSameMoment TestWaitMissesNoDone
package counter

import "sync/atomic"

type WaitGroup struct {
	n    atomic.Int64
	zero atomic.Pointer[chan struct{}]
}

func (wg *WaitGroup) current() chan struct{} {
	if zero := wg.zero.Load(); zero != nil {
		return *zero
	}
	zero := make(chan struct{})
	wg.zero.CompareAndSwap(nil, &zero)
	return *wg.zero.Load()
}

func (wg *WaitGroup) Add(delta int) {
	n := wg.n.Add(int64(delta))
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if n == 0 && delta != 0 {
		old, next := wg.current(), make(chan struct{})
		wg.zero.Store(&next)
		close(old)
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	if wg.n.Load() > 0 {
		<-wg.current()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
