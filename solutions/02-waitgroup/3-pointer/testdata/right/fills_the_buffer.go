// A channel with a place for each guest, all of them taken. A greeting that is over
// frees one, and RollCall is done when it has taken them all again.
package pointer

func RollCall(guests []string, greet func(guest string)) {
	places := make(chan struct{}, len(guests))
	for _, guest := range guests {
		places <- struct{}{}
		go func() {
			defer func() { <-places }()
			greet(guest)
		}()
	}
	for range guests {
		places <- struct{}{}
	}
}
