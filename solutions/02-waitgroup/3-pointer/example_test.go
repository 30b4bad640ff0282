package pointer_test

import (
	"fmt"

	pointer "example.com/backpressure/solutions/02-waitgroup/3-pointer"
)

func ExampleRollCall() {
	pointer.RollCall([]string{"Ada", "Ben"}, func(guest string) { fmt.Println("Good night,", guest) })
	// Unordered output:
	// Good night, Ada
	// Good night, Ben
}
