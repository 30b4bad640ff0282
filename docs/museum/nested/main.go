// Command nested has two tasks that hold both slots and ask for more of the same.
package main

import (
	"fmt"
	"sync"
)

func main() {
	slots := make(chan struct{}, 2)
	var aboard, tasks sync.WaitGroup
	aboard.Add(2)
	for range 2 {
		tasks.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			aboard.Done()
			aboard.Wait()       // both have a slot now
			slots <- struct{}{} // for a part of the task
			<-slots
		})
	}
	tasks.Wait()
	fmt.Println("both tasks are done")
}
