// Everybody who is counted has a channel, and whoever waits, waits for one after the other,
// until there is none left. The counter is the length of the list.
package counter

import "sync"

type WaitGroup struct {
	mu    sync.Mutex
	there []chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	for ; delta > 0; delta-- {
		wg.there = append(wg.there, make(chan struct{}))
	}
	for ; delta < 0; delta++ {
		if len(wg.there) == 0 {
			panic("counter: negative WaitGroup counter")
		}
		last := len(wg.there) - 1
		close(wg.there[last])
		wg.there = wg.there[:last]
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if len(wg.there) == 0 {
		wg.mu.Unlock()
		return
	}
	first := wg.there[0]
	wg.mu.Unlock()
	<-first
	wg.Wait()
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
