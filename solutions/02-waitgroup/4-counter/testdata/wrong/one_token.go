// The last Done puts one token into a channel, and whoever takes it may go.
//
// One token releases one. The second who waits, or the same one who waits again, finds
// the channel empty. What everybody should see can't be sent to one; it is closed.
//
// Fails: TestAsManyAsLikeMayWait TestEverybodyWhoWaitsIsReleased TestWaitIsOverTheMomentTheCounterIsZero TestWaitMissesNoDone
package counter

import "sync"

type WaitGroup struct {
	mu    sync.Mutex
	n     int
	token chan struct{}
}

func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("counter: negative WaitGroup counter")
	}
	if wg.n == 0 && wg.token != nil {
		wg.token <- struct{}{}
		wg.token = nil
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	if wg.token == nil {
		wg.token = make(chan struct{}, 1)
	}
	token := wg.token
	wg.mu.Unlock()
	<-token
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
