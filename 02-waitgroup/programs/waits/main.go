// Command waits waits for three goroutines.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, guest := range []string{"Ada", "Ben", "Cleo"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(guest, "is greeted")
		}()
	}
	wg.Wait()
	fmt.Println("the park closes")
}
