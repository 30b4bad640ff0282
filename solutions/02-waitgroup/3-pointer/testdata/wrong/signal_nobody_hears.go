// The signal that a greeting is over is given to whoever listens just then.
//
// With a default the send does not wait. When RollCall is not yet at its receive, the
// signal is lost, and RollCall waits for it for ever.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkWaitsForTheLastOfMany
package pointer

func RollCall(guests []string, greet func(guest string)) {
	over := make(chan struct{})
	for _, guest := range guests {
		go func() {
			defer func() {
				select {
				case over <- struct{}{}:
				default:
				}
			}()
			greet(guest)
		}()
	}
	for range guests {
		<-over
	}
}
