// The counter and the number of those who wait stand in one atomic number, as in the
// standard library. Whoever makes the counter zero hands a token to each of them.
package counter

import (
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	both   atomic.Uint64 // counter in the upper half, waiters in the lower
	once   sync.Once
	tokens chan struct{}
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() { wg.tokens = make(chan struct{}) })
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	both := wg.both.Add(uint64(delta) << 32)
	n, waiters := int32(both>>32), uint32(both)
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if n > 0 || waiters == 0 {
		return
	}
	wg.both.Store(0)
	for range waiters {
		wg.tokens <- struct{}{}
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.init()
	for {
		both := wg.both.Load()
		if both>>32 == 0 {
			return
		}
		if wg.both.CompareAndSwap(both, both+1) {
			<-wg.tokens
			return
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
