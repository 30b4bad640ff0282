// Command late has somebody answer whom nobody listens to any more: first into
// a channel with room for the answer, then into one without.
package main

import (
	"fmt"
	"sync"
)

func main() {
	for _, room := range []int{1, 0} {
		answer := make(chan int, room)
		var ride sync.WaitGroup
		ride.Go(func() { answer <- 15 })
		// Whoever asked has given up.
		ride.Wait()
		fmt.Println("room for", room, "answer: the ride goes on")
	}
}
