package gateway_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	limiter "example.com/backpressure/solutions/01-backpressure/3-limiter"
	gateway "example.com/backpressure/solutions/03-combined/4-gateway"
)

func ExampleGateway_Report() {
	board := gateway.New(limiter.NewRequestLimiter(5), time.Minute,
		gateway.Backend{Name: "wheel", Wait: func(context.Context) (int, error) { return 20, nil }},
		gateway.Backend{Name: "swings", Wait: func(context.Context) (int, error) { return 0, errors.New("closed") }})
	report, err := board.Report(context.Background())
	fmt.Println(report.Waits, report.Missing, err)
	// Output: map[wheel:20] map[swings:closed] <nil>
}
