// The WaitGroups come from a pool and go back to it when their evening is over: reused,
// and never shared.
package pointer

import "sync"

var unused = sync.Pool{New: func() any { return new(sync.WaitGroup) }}

func RollCall(guests []string, greet func(guest string)) {
	wg := unused.Get().(*sync.WaitGroup)
	for _, guest := range guests {
		wg.Go(func() { greet(guest) })
	}
	wg.Wait()
	unused.Put(wg)
}
