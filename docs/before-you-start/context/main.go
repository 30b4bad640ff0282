package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	select {
	case <-time.After(time.Hour):
		fmt.Println("a seat came free")
	case <-ctx.Done():
		fmt.Println("went home:", ctx.Err())
	}
}
