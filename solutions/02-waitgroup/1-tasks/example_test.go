package tasks_test

import (
	"fmt"
	"sync/atomic"

	tasks "example.com/backpressure/solutions/02-waitgroup/1-tasks"
)

func ExampleRun() {
	var closed atomic.Int64
	closeOne := func() { closed.Add(1) }
	tasks.Run(closeOne, closeOne, closeOne)
	fmt.Println(closed.Load(), "rides are closed")
	// Output: 3 rides are closed
}
