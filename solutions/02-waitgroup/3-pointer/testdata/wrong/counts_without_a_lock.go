// The goroutines count down a plain int.
//
// Two of them read the same number, and both write the same one back. Nobody reaches
// zero, or both do.
//
// Fails: race
package pointer

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	left := len(guests)
	home := make(chan struct{})
	for _, guest := range guests {
		go func() {
			defer func() {
				left--
				if left == 0 {
					close(home)
				}
			}()
			greet(guest)
		}()
	}
	<-home
}
