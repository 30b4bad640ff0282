// Command overflows doubles a wait from try to try.
package main

import (
	"fmt"
	"time"
)

func main() {
	base := time.Second
	for _, try := range []int{1, 5, 10, 35} {
		fmt.Println("after try", try, "wait", base<<(try-1))
	}
}
