// No WaitGroup: each greeting sends one signal when it is over, and RollCall receives
// as many as there are guests.
package pointer

func RollCall(guests []string, greet func(guest string)) {
	over := make(chan struct{})
	for _, guest := range guests {
		go func() {
			defer func() { over <- struct{}{} }()
			greet(guest)
		}()
	}
	for range guests {
		<-over
	}
}
