// Command copied hands a WaitGroup on by value.
package main

import (
	"fmt"
	"sync"
)

func greet(guest string, wg sync.WaitGroup) {
	defer wg.Done()
	fmt.Println(guest, "is greeted")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go greet("Ada", wg)
	wg.Wait()
	fmt.Println("the park closes")
}
