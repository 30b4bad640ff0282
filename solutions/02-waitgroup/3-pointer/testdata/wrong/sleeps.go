// RollCall sleeps for a second, which should be enough.
//
// It is too long for most evenings and too short for some.
//
// Fails: race TestTheParkGoesHomeAtTheLastGreetingsEnd TestTwoRollCallsShareNothing
package pointer

import "time"

func RollCall(guests []string, greet func(guest string)) {
	for _, guest := range guests {
		go greet(guest)
	}
	if len(guests) > 0 {
		time.Sleep(time.Second)
	}
}
