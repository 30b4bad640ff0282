// The length of a channel is the counter, and Wait returns when it reads zero.
//
// The number is right. But len, unlike a receive, puts nothing in order: what a guest wrote
// before Done need not be there yet for whoever has read the length.
//
// Fails: race
package counter

import "sync"

type WaitGroup struct {
	mu    sync.Mutex
	there chan struct{} // one element for each who is counted
	zero  chan struct{}
	once  sync.Once
}

func (wg *WaitGroup) init() {
	wg.once.Do(func() { wg.there = make(chan struct{}, 1<<20) })
}

func (wg *WaitGroup) Add(delta int) {
	wg.init()
	wg.mu.Lock()
	defer wg.mu.Unlock()
	for ; delta > 0; delta-- {
		wg.there <- struct{}{}
	}
	for ; delta < 0; delta++ {
		select {
		case <-wg.there:
		default:
			panic("counter: negative WaitGroup counter")
		}
	}
	if len(wg.there) == 0 && wg.zero != nil {
		close(wg.zero)
		wg.zero = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.init()
	if len(wg.there) == 0 {
		return
	}
	wg.mu.Lock()
	if len(wg.there) == 0 {
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
