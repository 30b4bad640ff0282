// It is sync.WaitGroup, with a check around it.
//
// It works. But this exercise is about what is inside, and here nothing of that is to be
// seen.
//
// Fails: TestSyncWaitGroupItselfIsNotUsed
package counter

import "sync"

type WaitGroup struct{ wg sync.WaitGroup }

func (wg *WaitGroup) Add(delta int) {
	defer func() {
		if recover() != nil {
			panic("counter: negative WaitGroup counter")
		}
	}()
	wg.wg.Add(delta)
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() { wg.wg.Wait() }

func (wg *WaitGroup) Go(f func()) {
	wg.wg.Go(f)
}
