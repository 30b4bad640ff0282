// The channel is closed when the counter is zero for the first time, and stays closed.
//
// On the second evening Wait finds it closed already, and returns while guests are there.
// A closed channel can't be opened again: each round needs a new one.
//
// Fails: TestItCanBeUsedAgain TestItCanBeUsedAgainAsSoonAsWaitHasReturned
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	n    int
	once sync.Once // a channel is closed once
	zero chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.zero != nil {
		wg.once.Do(func() { close(wg.zero) })
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
