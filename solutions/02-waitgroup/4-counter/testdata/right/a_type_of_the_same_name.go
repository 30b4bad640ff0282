// The state is a struct in a variable called sync, and the real package is imported under
// another name. What is called WaitGroup here is a field, and holds a number.
package counter

import guard "sync"

type WaitGroup struct {
	mu    guard.Mutex
	state state
	over  *guard.Cond
}

type state struct{ WaitGroup int }

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	sync := &wg.state
	sync.WaitGroup += delta
	if sync.WaitGroup < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if sync.WaitGroup == 0 && wg.over != nil {
		wg.over.Broadcast()
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait is what sync.WaitGroup.Wait would be.
func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if wg.over == nil {
		wg.over = guard.NewCond(&wg.mu)
	}
	for wg.state.WaitGroup > 0 {
		wg.over.Wait()
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
