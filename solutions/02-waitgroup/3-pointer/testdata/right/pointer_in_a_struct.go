// A method with a value receiver copies the struct; but what the struct holds is a
// pointer, and the copy points to the same WaitGroup.
package pointer

import "sync"

type roll struct {
	wg    *sync.WaitGroup
	greet func(guest string)
}

func RollCall(guests []string, greet func(guest string)) {
	r := roll{wg: new(sync.WaitGroup), greet: greet}
	for _, guest := range guests {
		r.wg.Add(1)
		go r.call(guest)
	}
	r.wg.Wait()
}

func (r roll) call(guest string) {
	defer r.wg.Done()
	r.greet(guest)
}
