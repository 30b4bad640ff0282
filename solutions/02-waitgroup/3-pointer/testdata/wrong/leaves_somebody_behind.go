// A goroutine that waits for a channel stays behind when all is over.
//
// Nobody sends or closes, so it waits as long as the program runs, and each roll call
// adds another.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver TestAGuestIsGreetedByName TestARollCallWithoutGuestsReturnsAtOnce TestAllAreGreetedAtTheSameTime TestEveryGuestOnTheListIsGreetedOnce TestTheParkGoesHomeAfterTheGreeting TestTheParkGoesHomeAtTheLastGreetingsEnd TestTheParkWaitsForTheLastOfMany TestTwoRollCallsShareNothing
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	abort := make(chan struct{})
	for _, guest := range guests {
		wg.Go(func() { greet(guest) })
	}
	go func() {
		<-abort
		panic("pointer: the roll call was aborted")
	}()
	wg.Wait()
}
