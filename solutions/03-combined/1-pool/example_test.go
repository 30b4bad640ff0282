package pool_test

import (
	"context"
	"errors"
	"fmt"

	pool "example.com/backpressure/solutions/03-combined/1-pool"
)

func ExampleEach() {
	lampOut := errors.New("a lamp is out")
	err := pool.Each(context.Background(), 2, []string{"wheel", "ghost train"},
		func(_ context.Context, ride string) error {
			if ride == "ghost train" {
				return lampOut
			}
			return nil
		})
	fmt.Println(err)
	// Output: a lamp is out
}
