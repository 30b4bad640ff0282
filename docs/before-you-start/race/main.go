package main

import (
	"fmt"
	"sync"
)

func main() {
	var guests int
	var gates sync.WaitGroup
	for range 1000 {
		gates.Go(func() { guests++ })
	}
	gates.Wait()
	fmt.Println(guests, "guests were counted")
}
