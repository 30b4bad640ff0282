// Command unbuffered counts the seats of a ride with a channel.
package main

import "fmt"

func main() {
	seats := make(chan struct{})
	for _, guest := range []string{"Ada", "Ben"} {
		select {
		case seats <- struct{}{}:
			fmt.Println(guest, "sits down")
		default:
			fmt.Println(guest, "finds no seat")
		}
	}
}
