// Counter and channel are one value, which is never changed and only exchanged, with a
// compare-and-swap that tries again when somebody else was faster. No lock anywhere.
package counter

import "sync/atomic"

// A state is never changed. over is closed when the counter that began above zero
// is zero again.
type state struct {
	n    int
	over chan struct{}
}

type WaitGroup struct{ state atomic.Pointer[state] }

func (wg *WaitGroup) Add(delta int) {
	if delta == 0 {
		return
	}
	for {
		old := wg.state.Load()
		next := &state{n: delta}
		if old != nil {
			next.n += old.n
			next.over = old.over
		}
		if next.n < 0 {
			panic("counter: negative WaitGroup counter")
		}
		if next.over == nil {
			next.over = make(chan struct{})
		}
		if next.n == 0 {
			next = nil
		}
		if !wg.state.CompareAndSwap(old, next) {
			continue
		}
		if next == nil {
			close(old.over)
		}
		return
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	if s := wg.state.Load(); s != nil {
		<-s.over
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
