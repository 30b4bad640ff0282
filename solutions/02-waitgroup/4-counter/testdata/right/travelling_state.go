// The state lies in a channel with room for one: whoever takes it out has it alone. A
// sync.Once puts it there the first time.
package counter

import "sync"

type state struct {
	n    int
	over chan struct{}
}

type WaitGroup struct {
	once  sync.Once
	state chan state
}

func (wg *WaitGroup) take() state {
	wg.once.Do(func() {
		wg.state = make(chan state, 1)
		wg.state <- state{over: make(chan struct{})}
	})
	return <-wg.state
}

func (wg *WaitGroup) Add(delta int) {
	s := wg.take()
	defer func() { wg.state <- s }()
	if s.n+delta < 0 {
		panic("counter: negative WaitGroup counter")
	}
	s.n += delta
	if s.n == 0 {
		close(s.over)
		s.over = make(chan struct{})
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	s := wg.take()
	wg.state <- s
	if s.n > 0 {
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
