package counter_test

import (
	"fmt"
	"sync/atomic"

	counter "example.com/backpressure/solutions/02-waitgroup/4-counter"
)

func ExampleWaitGroup() {
	var wg counter.WaitGroup
	var home atomic.Int64
	for range 3 {
		wg.Go(func() { home.Add(1) })
	}
	wg.Wait()
	fmt.Println(home.Load(), "guests are home")
	// Output: 3 guests are home
}
