package cases

import (
	"fmt"
	. "sync"
	. "sync/atomic"
)

type dotted struct {
	Mutex
	n Int32
}

func CaseImportDot() {
	var d dotted
	var wg WaitGroup
	for range 3 {
		wg.Go(func() {
			d.Lock()
			defer d.Unlock()
			d.n.Add(1)
		})
	}
	wg.Wait()
	var plain int32
	AddInt32(&plain, 2)
	fmt.Println(d.n.Load(), LoadInt32(&plain))
}
