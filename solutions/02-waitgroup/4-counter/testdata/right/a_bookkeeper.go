// A goroutine keeps the counter and talks through channels. It is there while the counter
// is above zero, and goes home when it is zero.
package counter

import "sync"

type WaitGroup struct {
	mu   sync.Mutex // held while somebody talks to the bookkeeper
	work chan int   // nil when no bookkeeper is there
	told chan int   // what the counter is now
	over chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	if delta == 0 {
		return
	}
	if wg.work == nil {
		if delta < 0 {
			panic("counter: negative WaitGroup counter")
		}
		wg.work, wg.told, wg.over = make(chan int), make(chan int), make(chan struct{})
		go keep(wg.work, wg.told, wg.over)
	}
	wg.work <- delta
	switch n := <-wg.told; {
	case n < 0:
		wg.work = nil
		panic("counter: negative WaitGroup counter")
	case n == 0:
		wg.work = nil
	}
}

func keep(work <-chan int, told chan<- int, over chan<- struct{}) {
	n := 0
	for {
		n += <-work
		told <- n
		if n <= 0 {
			close(over)
			return
		}
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	working, over := wg.work != nil, wg.over
	wg.mu.Unlock()
	if working {
		<-over
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
