// Command cured has a thousand clients lose their server in the same second, and
// come back to it when chance tells them to.
package main

import (
	"fmt"
	"math/rand/v2"
)

var chance = rand.New(rand.NewPCG(1, 2)) // the same chance in each run

// wait returns after how many seconds a client tries again: 10 on average.
func wait() int { return 1 + chance.IntN(19) }

func main() {
	const clients, perSecond = 1000, 50
	tries := make(map[int]int) // how many try, by second
	for range clients {
		tries[wait()]++
	}
	most, all, in, second := 0, 0, 0, 0
	for ; in < clients; second++ {
		now := tries[second]
		most, all = max(most, now), all+now
		served := min(now, perSecond)
		in += served
		for range now - served {
			tries[second+wait()]++
		}
	}
	fmt.Println("tries in the worst second:", most)
	fmt.Println("tries in all:", all)
	fmt.Println("seconds until the last one is in:", second-1)
}
