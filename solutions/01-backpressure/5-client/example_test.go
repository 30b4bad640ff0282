package client_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"

	client "example.com/backpressure/solutions/01-backpressure/5-client"
)

func ExampleClient_Get() {
	asked := 0
	park := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked++; asked < 3 {
			w.WriteHeader(http.StatusTooManyRequests)
		}
	}))
	defer park.Close()

	// Base and Max are zero: this client waits for as long as the server says,
	// and the server says nothing.
	hasty := &client.Client{Attempts: 2}
	_, err := hasty.Get(context.Background(), park.URL)
	fmt.Println(errors.Is(err, client.ErrGaveUp))

	resp, err := hasty.Get(context.Background(), park.URL)
	fmt.Println(resp.StatusCode, err, asked)
	resp.Body.Close()
	// Output:
	// true
	// 200 <nil> 3
}
