// The last Done puts a hundred tokens into a channel, one for each who may be waiting.
//
// Guard number 101 gets none, and waits for ever. A closed channel has a token for
// everybody.
//
// Fails: TestAsManyAsLikeMayWait
package counter

import "sync"

type WaitGroup struct {
	mu     sync.Mutex
	n      int
	tokens chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.tokens != nil {
		for range cap(wg.tokens) {
			wg.tokens <- struct{}{}
		}
		wg.tokens = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	if wg.tokens == nil {
		wg.tokens = make(chan struct{}, 100)
	}
	tokens := wg.tokens
	wg.mu.Unlock()
	<-tokens
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
