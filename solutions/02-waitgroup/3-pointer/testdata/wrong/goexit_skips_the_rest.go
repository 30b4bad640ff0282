// Each goroutine waits for the rest of the list after its own greeting.
//
// When its greeting ends in Goexit, the line that waits is never reached, and the
// deferred close says that all are over.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver
package pointer

func RollCall(guests []string, greet func(guest string)) {
	<-call(guests, greet)
}

func call(guests []string, greet func(guest string)) <-chan struct{} {
	over := make(chan struct{})
	if len(guests) == 0 {
		close(over)
		return over
	}
	rest := call(guests[1:], greet)
	go func() {
		defer close(over)
		greet(guests[0])
		<-rest
	}()
	return over
}
