// Command twice counts one guest down two times.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Done()
	fmt.Println("Ada has left")
	wg.Done()
	fmt.Println("and again")
}
