package limiter_test

import (
	"fmt"

	limiter "example.com/backpressure/solutions/01-backpressure/3-limiter"
)

func ExampleRequestLimiter_Execute() {
	l := limiter.NewRequestLimiter(1)
	err := l.Execute(func() {
		fmt.Println("working")
		fmt.Println(l.Execute(func() { fmt.Println("never") }))
	})
	fmt.Println(err)
	// Output:
	// working
	// too many concurrent requests
	// <nil>
}
