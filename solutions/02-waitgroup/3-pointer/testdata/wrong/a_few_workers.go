// Ten goroutines greet everybody.
//
// The eleventh guest is greeted when one of the first ten has been. They all wait for
// each other, and nobody gets on.
//
// Fails: TestAllAreGreetedAtTheSameTime
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	list := make(chan string, len(guests))
	for _, guest := range guests {
		list <- guest
	}
	close(list)
	var wg sync.WaitGroup
	wg.Add(len(guests))
	for range min(10, len(guests)) {
		go func() {
			for guest := range list {
				func() {
					defer wg.Done()
					greet(guest)
				}()
			}
		}()
	}
	wg.Wait()
}
