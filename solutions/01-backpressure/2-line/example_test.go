package line_test

import (
	"context"
	"errors"
	"fmt"

	line "example.com/backpressure/solutions/01-backpressure/2-line"
)

func ExampleLine() {
	l := line.New(1, 0) // a seat, and no place to wait
	fmt.Println(l.Board(context.Background()))
	fmt.Println(errors.Is(l.Board(context.Background()), line.ErrLineFull))

	gone, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(l.Board(gone))
	// Output:
	// <nil>
	// true
	// context canceled
}
