package drain_test

import (
	"context"
	"fmt"

	drain "example.com/backpressure/solutions/03-combined/2-drain"
)

func ExampleGate() {
	var gate drain.Gate
	fmt.Println(gate.Do(func() { fmt.Println("one round") }))
	fmt.Println(gate.Drain(context.Background()))
	fmt.Println(gate.Do(func() { fmt.Println("never") }))
	// Output:
	// one round
	// <nil>
	// <nil>
	// the gate is closed
}
