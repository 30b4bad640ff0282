// A channel for each guest, closed when the greeting is over. RollCall receives from
// one after the other.
package pointer

func RollCall(guests []string, greet func(guest string)) {
	var over []<-chan struct{}
	for _, guest := range guests {
		over = append(over, begin(func() { greet(guest) }))
	}
	for _, end := range over {
		<-end
	}
}

func begin(f func()) <-chan struct{} {
	over := make(chan struct{})
	go func() {
		defer close(over)
		f()
	}()
	return over
}
