// The counter is a channel with a hundred places.
//
// Guest 101 makes Add wait for a place, and Add should wait for nobody. A channel is a
// number with an upper end, and this number has none.
//
// Fails: TestGoStartsFAndWaitsForNobody TestWaitReturnsAtOnceWhenTheCounterIsZero
package counter

import "sync"

type WaitGroup struct {
	once  sync.Once
	there chan struct{}
	mu    sync.Mutex
	zero  chan struct{}
	n     int
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() { wg.there = make(chan struct{}, 100) })
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	for range delta {
		wg.there <- struct{}{}
	}
	for range -delta {
		select {
		case <-wg.there:
		default:
			panic("counter: negative WaitGroup counter")
		}
	}
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.n += delta; wg.n == 0 && wg.zero != nil {
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
	<-zero
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
