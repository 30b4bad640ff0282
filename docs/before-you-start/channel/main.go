package main

import "fmt"

func main() {
	seats := make(chan string, 2)
	seats <- "Ada"
	seats <- "Ben"
	fmt.Println(len(seats), "of", cap(seats), "seats are taken")
	fmt.Println(<-seats, "leaves first")
	close(seats)
	for guest := range seats {
		fmt.Println(guest, "leaves last")
	}
}
