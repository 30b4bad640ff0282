// Command lost starts a goroutine and does not wait for it.
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		time.Sleep(time.Hour)
		fmt.Println("Ada is greeted")
	}()
	fmt.Println("the park closes")
}
