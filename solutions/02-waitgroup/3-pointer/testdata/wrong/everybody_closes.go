// Each greeting closes the channel that RollCall waits for.
//
// The park goes home when the first greeting is over, and the second one closes a channel
// that is closed already.
//
// Fails: TestEveryGuestOnTheListIsGreetedOnce TestAllAreGreetedAtTheSameTime TestTheParkWaitsForTheLastOfMany
package pointer

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	home := make(chan struct{})
	for _, guest := range guests {
		go func() {
			defer close(home)
			greet(guest)
		}()
	}
	<-home
}
