// Command hangs waits for the senders before it receives.
package main

import (
	"fmt"
	"sync"
)

func main() {
	waits := make(chan int)
	var rides sync.WaitGroup
	for _, minutes := range []int{5, 40, 15, 20} {
		rides.Go(func() { waits <- minutes })
	}
	rides.Wait()
	close(waits)
	longest := 0
	for minutes := range waits {
		longest = max(longest, minutes)
	}
	fmt.Println("the longest wait is", longest, "minutes")
}
