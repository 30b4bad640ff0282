// Command inside calls Add in the goroutine that it counts.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, guest := range []string{"Ada", "Ben", "Cleo"} {
		go func() {
			wg.Add(1)
			defer wg.Done()
			fmt.Println(guest, "is greeted")
		}()
	}
	wg.Wait()
	fmt.Println("the park closes")
}
