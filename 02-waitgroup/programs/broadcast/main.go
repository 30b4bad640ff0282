// Command broadcast has three guests wait for a gate that is a channel.
package main

import (
	"fmt"
	"sync"
)

func main() {
	open := make(chan struct{})
	var guests sync.WaitGroup
	for range 3 {
		guests.Go(func() { <-open })
	}
	close(open)
	guests.Wait()
	fmt.Println("3 guests came in")
}
