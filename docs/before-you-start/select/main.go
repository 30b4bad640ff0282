package main

import "fmt"

func main() {
	seat := make(chan string, 1)
	for _, guest := range []string{"Ada", "Ben"} {
		select {
		case seat <- guest:
			fmt.Println(guest, "sits down")
		default:
			fmt.Println(guest, "finds no seat")
		}
	}
}
