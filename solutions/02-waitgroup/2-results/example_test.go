package results_test

import (
	"fmt"

	results "example.com/backpressure/solutions/02-waitgroup/2-results"
)

func ExampleMap() {
	seats := map[string]int{"wheel": 24, "swings": 16}
	fmt.Println(results.Map([]string{"wheel", "swings"}, func(ride string) int { return seats[ride] }))
	// Output: [24 16]
}
