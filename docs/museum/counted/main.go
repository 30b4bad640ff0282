// Command counted counts a guest before there is a seat, and sends the guest
// home without counting down.
package main

import (
	"context"
	"fmt"
	"sync"
)

func ride(ctx context.Context, seats chan struct{}, home *sync.WaitGroup) error {
	home.Add(1)
	select {
	case seats <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	go func() {
		defer home.Done()
		<-seats
	}()
	return nil
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()                     // Ada has gone home,
	seats := make(chan struct{}) // and there was no seat anyway
	var home sync.WaitGroup
	fmt.Println("Ada:", ride(ctx, seats, &home))
	home.Wait()
	fmt.Println("everybody is home")
}
