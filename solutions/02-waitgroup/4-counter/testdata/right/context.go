// The end of a context is a closed channel with a good name: whoever waits, waits for the
// end of this round's context.
package counter

import (
	"context"
	"sync"
)

type WaitGroup struct {
	mu    sync.Mutex
	n     int
	round context.Context
	end   context.CancelFunc
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.n == 0 && delta > 0 {
		wg.round, wg.end = context.WithCancel(context.Background())
	}
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.end != nil {
		wg.end()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	round := wg.round
	wg.mu.Unlock()
	if round != nil {
		<-round.Done()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
