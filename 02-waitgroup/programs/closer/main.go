// Command closer sends results through a channel, and closes it when the last
// sender is done.
package main

import (
	"fmt"
	"sync"
)

func main() {
	letters := make(chan int)
	var wg sync.WaitGroup
	for _, name := range []string{"Ada", "Ben", "Cleo"} {
		wg.Go(func() { letters <- len(name) })
	}
	go func() {
		wg.Wait()
		close(letters)
	}()
	sum := 0
	for n := range letters {
		sum += n
	}
	fmt.Println(sum, "letters")
}
