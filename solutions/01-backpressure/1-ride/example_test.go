package ride_test

import (
	"fmt"

	ride "example.com/backpressure/solutions/01-backpressure/1-ride"
)

func ExampleRide() {
	r := ride.New(1)
	fmt.Println(r.Board())
	fmt.Println(r.Board())
	r.Leave()
	fmt.Println(r.Board())
	// Output:
	// <nil>
	// ride: every seat is taken
	// <nil>
}
