// The counter is counted down under the lock, and the channel is closed under the next one.
//
// In between Ada sees zero and returns from Wait. She begins the next round, and then the
// old Done closes the new channel: her next Wait returns while a guest is there.
//
// Fails: TestItCanBeUsedAgainAsSoonAsWaitHasReturned
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex
	n    int
	zero chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	wg.n += delta
	n := wg.n
	wg.mu.Unlock()
	if n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if n == 0 {
		wg.release()
	}
}

func (wg *WaitGroup) release() {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.zero != nil {
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
