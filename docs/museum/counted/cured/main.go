// Command cured counts a guest only when there is a goroutine that will count
// down.
package main

import (
	"context"
	"fmt"
	"sync"
)

func ride(ctx context.Context, seats chan struct{}, home *sync.WaitGroup) error {
	select {
	case seats <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	home.Add(1)
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
