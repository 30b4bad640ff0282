// Command waits counts the seats of a ride with a channel, and has no default.
package main

import "fmt"

func main() {
	seats := make(chan struct{}, 1)
	for _, guest := range []string{"Ada", "Ben"} {
		seats <- struct{}{}
		fmt.Println(guest, "sits down")
	}
}
