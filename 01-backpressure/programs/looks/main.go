// Command looks has two guests look for the last seat before either sits down.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var aboard atomic.Int64
	var looked, guests sync.WaitGroup
	looked.Add(2)
	for range 2 {
		guests.Go(func() {
			free := aboard.Load() < 1
			looked.Done()
			looked.Wait() // both have looked now
			if free {
				aboard.Add(1)
			}
		})
	}
	guests.Wait()
	fmt.Println("guests on the only seat:", aboard.Load())
}
