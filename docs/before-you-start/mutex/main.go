package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	var guests int
	var gates sync.WaitGroup
	for range 1000 {
		gates.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			guests++
		})
	}
	gates.Wait()
	fmt.Println(guests, "guests came in")
}
