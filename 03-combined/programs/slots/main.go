// Command slots starts a goroutine only when it has a slot for it.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	slots := make(chan struct{}, 3)
	var home sync.WaitGroup
	var aboard, tooMany atomic.Int64
	for range 1000 {
		slots <- struct{}{} // waits while three are aboard
		home.Go(func() {
			defer func() { <-slots }()
			if aboard.Add(1) > 3 {
				tooMany.Add(1)
			}
			aboard.Add(-1)
		})
	}
	home.Wait()
	fmt.Println("1000 guests are home;", tooMany.Load(), "times there were too many aboard")
}
