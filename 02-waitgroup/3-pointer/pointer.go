// Package pointer calls the roll in the evening: every guest is greeted, and
// then the park goes home.
//
// The program below is written, and it has three bugs. On some evenings the park
// waits for ever, and on some it goes home before a guest has been greeted. Hunt
// them down. How you mend them is up to you.
package pointer

import (
	"runtime"
	"sync"
)

// RollCall greets every guest, and returns when all have been greeted.
//
//   - It calls greet once for each element of guests, in any order: also when two
//     guests have the same name, and when a name is empty. Without guests it
//     returns at once.
//   - All greetings go on at the same time, however many there are. Each may
//     have to wait for any other.
//   - It returns when the last greeting is over: not before and not later,
//     whatever the order in which the goroutines run. What the greetings wrote can
//     be read then. While it waits it rests, and does not look again and again.
//   - A greeting is over when greet returns, and also when greet calls
//     runtime.Goexit, which ends the goroutine that greet runs in. Nobody else
//     may notice: the other greetings go on, RollCall waits for them, and then it
//     returns.
//   - Roll calls may go on at the same time. They share nothing, and none of them
//     waits for the guests of another.
//   - No goroutine is left behind.
//
// What a greeting that panics does is not specified.
func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	call(wg, guests, greet)
}

// call greets the first of the guests in a goroutine, passes the rest of the list
// on, and waits.
func call(wg sync.WaitGroup, guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	go func() {
		wg.Add(1)
		greet(guests[0])
		wg.Done()
	}()
	runtime.Gosched() // give it time to begin
	call(wg, guests[1:], greet)
	wg.Wait()
}
