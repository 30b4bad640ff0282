// RollCall waits for the guest who is last on the list.
//
// Whoever was called last need not be greeted last.
//
// Fails: TestTheParkWaitsForTheLastOfMany
package pointer

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	home := make(chan struct{})
	for i, guest := range guests {
		go func() {
			if i == len(guests)-1 {
				defer close(home)
			}
			greet(guest)
		}()
	}
	<-home
}
