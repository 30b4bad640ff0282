// The helper is a method, and its receiver is a value.
//
// A value receiver is a parameter like any other: the method gets a copy of the struct
// and of the WaitGroup in it, and calls Done on that.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

type roll struct {
	wg    sync.WaitGroup
	greet func(guest string)
}

func RollCall(guests []string, greet func(guest string)) {
	r := roll{greet: greet}
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
