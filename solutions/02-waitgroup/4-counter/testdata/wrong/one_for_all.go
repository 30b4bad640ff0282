// The state stands in package variables, so that there is one for the whole program.
//
// A guest in the zoo keeps the guard at the rides waiting. A method has a receiver so that
// each value has a state of its own.
//
// Fails: TestTwoWaitGroupsShareNothing
package counter

import "sync"

var (
	mu   sync.Mutex
	n    int
	zero chan struct{}
)

type WaitGroup struct{}

func (wg *WaitGroup) Add(delta int) {
	mu.Lock()
	defer mu.Unlock()
	if n+delta < 0 {
		panic("counter: negative WaitGroup counter")
	}
	n += delta
	if n == 0 && zero != nil {
		close(zero)
		zero = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	mu.Lock()
	if n == 0 {
		mu.Unlock()
		return
	}
	if zero == nil {
		zero = make(chan struct{})
	}
	over := zero
	mu.Unlock()
	<-over
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
