// There is no goroutine at all.
//
// One after the other, in the goroutine of the caller, which a Goexit ends.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAllAreGreetedAtTheSameTime
package pointer

func RollCall(guests []string, greet func(guest string)) {
	for _, guest := range guests {
		greet(guest)
	}
}
