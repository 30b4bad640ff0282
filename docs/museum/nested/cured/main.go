// Command cured has slots of their own for tasks and for the parts of a task.
package main

import (
	"fmt"
	"sync"
)

func main() {
	slots := make(chan struct{}, 2)
	partSlots := make(chan struct{}, 2) // who holds one asks for nothing more
	var aboard, tasks sync.WaitGroup
	aboard.Add(2)
	for range 2 {
		tasks.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			aboard.Done()
			aboard.Wait()           // both have a slot now
			partSlots <- struct{}{} // for a part of the task
			<-partSlots
		})
	}
	tasks.Wait()
	fmt.Println("both tasks are done")
}
