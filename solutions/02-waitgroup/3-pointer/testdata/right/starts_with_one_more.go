// Add inside the goroutines, and right: a goroutine that is counted already starts
// them, and counts each before go. Wait comes when the counting is over.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		for _, guest := range guests {
			all.Add(1)
			go func() {
				defer all.Done()
				greet(guest)
			}()
		}
	}()
	all.Wait()
}
