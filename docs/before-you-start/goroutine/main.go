package main

import "fmt"

func main() {
	over := make(chan struct{})
	go func() {
		fmt.Println("the ride goes round")
		close(over)
	}()
	<-over
	fmt.Println("the park closes")
}
