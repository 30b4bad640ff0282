// Divide and conquer: each half of the list is a roll call of its own, in a goroutine
// of its own.
package pointer

func RollCall(guests []string, greet func(guest string)) {
	switch len(guests) {
	case 0:
		return
	case 1:
		over := make(chan struct{})
		go func() {
			defer close(over)
			greet(guests[0])
		}()
		<-over
		return
	}
	half := len(guests) / 2
	over := make(chan struct{})
	go func() {
		RollCall(guests[:half], greet)
		close(over)
	}()
	RollCall(guests[half:], greet)
	<-over
}
