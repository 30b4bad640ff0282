// Command off receives from two channels until both are closed.
package main

import "fmt"

func guests(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for guest := range n {
			out <- guest
		}
	}()
	return out
}

func main() {
	north, south := guests(2), guests(3)
	seen := 0
	for north != nil || south != nil {
		select {
		case _, open := <-north:
			if !open {
				north = nil // a nil channel is never ready
				continue
			}
		case _, open := <-south:
			if !open {
				south = nil
				continue
			}
		}
		seen++
	}
	fmt.Println(seen, "guests came in")
}
