// Command late says no, and for how long, in that order.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	busy := func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTooManyRequests)
		w.Header().Set("Retry-After", "1")
	}
	got := httptest.NewRecorder()
	busy(got, httptest.NewRequest(http.MethodGet, "/process", nil))
	fmt.Printf("%d, Retry-After: %q\n", got.Result().StatusCode, got.Result().Header.Get("Retry-After"))
}
