// Go lets no more than a hundred run at once.
//
// A WaitGroup counts; it limits nothing. Call 101 waits for a place that it was not told of,
// and if the hundred wait for it, they wait for ever.
//
// Fails: TestGoStartsFAndWaitsForNobody
package counter

import "sync"

type WaitGroup struct {
	mu    sync.Mutex
	n     int
	zero  chan struct{}
	once  sync.Once
	slots chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.zero != nil {
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
	wg.once.Do(func() { wg.slots = make(chan struct{}, 100) })
	wg.Add(1)
	go func() {
		defer wg.Done()
		wg.slots <- struct{}{}
		defer func() { <-wg.slots }()
		f()
	}()
}
