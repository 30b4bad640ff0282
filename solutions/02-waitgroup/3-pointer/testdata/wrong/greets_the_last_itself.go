// RollCall greets the last guest itself.
//
// It has to wait anyway, somebody thought. A greeting that ends in Goexit then ends the
// goroutine of whoever called RollCall.
//
// Fails: TestAGreetingThatEndsInGoexitIsOver
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	if len(guests) == 0 {
		return
	}
	last := len(guests) - 1
	var wg sync.WaitGroup
	defer wg.Wait()
	for _, guest := range guests[:last] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			greet(guest)
		}()
	}
	greet(guests[last])
}
