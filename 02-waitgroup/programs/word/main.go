// Command word is waits, with wg.Go.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, guest := range []string{"Ada", "Ben", "Cleo"} {
		wg.Go(func() { fmt.Println(guest, "is greeted") })
	}
	wg.Wait()
	fmt.Println("the park closes")
}
