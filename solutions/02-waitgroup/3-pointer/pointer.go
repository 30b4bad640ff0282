// Package pointer calls the roll in the evening: every guest is greeted, and
// then the park goes home.
package pointer

import "sync"

// RollCall greets every guest, all at the same time, and returns when the last
// greeting is over. A greeting that ends through runtime.Goexit is over, too.
func RollCall(guests []string, greet func(guest string)) {
	var wg sync.WaitGroup
	call(&wg, guests, greet)
}

// call greets the first of the guests in a goroutine, passes the rest of the list
// on, and waits.
func call(wg *sync.WaitGroup, guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	wg.Add(1) // before go: the goroutine may begin when Wait has returned
	go func() {
		defer wg.Done() // first, because Goexit never reaches the last line
		greet(guests[0])
	}()
	call(wg, guests[1:], greet)
	wg.Wait()
}
