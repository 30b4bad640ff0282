// Command missed calls Done on the last line of a function that does not always
// get there.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, guest := range []string{"Ada", "", "Cleo"} {
		wg.Add(1)
		go func() {
			if guest == "" {
				return // nobody to greet
			}
			fmt.Println(guest, "is greeted")
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("the park closes")
}
