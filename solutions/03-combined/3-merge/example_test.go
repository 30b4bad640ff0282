package merge_test

import (
	"context"
	"fmt"

	merge "example.com/backpressure/solutions/03-combined/3-merge"
)

func ExampleMerge() {
	north, south := make(chan string, 1), make(chan string, 1)
	north <- "Ada"
	south <- "Ben"
	close(north)
	close(south)
	for guest := range merge.Merge(context.Background(), north, south) {
		fmt.Println(guest)
	}
	// Unordered output:
	// Ada
	// Ben
}
