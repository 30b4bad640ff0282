package server_test

import (
	"context"
	"fmt"
	"net/http/httptest"

	limiter "example.com/backpressure/solutions/01-backpressure/3-limiter"
	server "example.com/backpressure/solutions/01-backpressure/4-server"
)

func ExampleNew() {
	full := limiter.NewRequestLimiter(1)
	park := server.New(full, func(context.Context) {})
	ask := func() {
		w := httptest.NewRecorder()
		park.ServeHTTP(w, httptest.NewRequest("GET", "/process", nil))
		fmt.Print(w.Code, " ", w.Body)
	}
	ask()
	_ = full.Execute(ask) // while the only slot is taken
	// Output:
	// 200 Work completed
	// 429 Server is busy, please try again later.
}
