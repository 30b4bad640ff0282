// Command locked has goroutines write to one map, one at a time.
package main

import (
	"fmt"
	"sync"
)

func main() {
	letters := make(map[string]int)
	var mu sync.Mutex // guards letters
	var wg sync.WaitGroup
	for _, name := range []string{"Ada", "Ben", "Cleo"} {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			letters[name] = len(name)
		})
	}
	wg.Wait()
	fmt.Println(letters)
}
