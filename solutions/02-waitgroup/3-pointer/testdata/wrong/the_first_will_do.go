// RollCall waits for one signal.
//
// The buffer has room for all signals, and RollCall takes one of them.
//
// Fails: TestTheParkWaitsForTheLastOfMany
package pointer

func RollCall(guests []string, greet func(guest string)) {
	over := make(chan struct{}, len(guests))
	for _, guest := range guests {
		go func() {
			defer func() { over <- struct{}{} }()
			greet(guest)
		}()
	}
	if len(guests) > 0 {
		<-over
	}
}
