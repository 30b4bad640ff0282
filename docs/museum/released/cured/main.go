// Command cured gives back what it has taken, and nothing else.
package main

import (
	"context"
	"fmt"
)

type semaphore chan struct{}

func (s semaphore) acquire(ctx context.Context) error {
	select {
	case s <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s semaphore) release() {
	select {
	case <-s:
	default:
		panic("released more than held")
	}
}

func ride(ctx context.Context, s semaphore, guest string) {
	if err := s.acquire(ctx); err != nil {
		fmt.Println(guest, "does not ride:", err)
		return
	}
	defer s.release()
	fmt.Println(guest, "rides")
}

func main() {
	seat := make(semaphore, 1)
	seat.acquire(context.Background()) // Ada's
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	ride(gone, seat, "Ben")
	fmt.Println("Ada is aboard, and", len(seat), "of 1 seats are taken")
	seat.release() // Ada's
}
