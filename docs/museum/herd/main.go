// Command herd has a thousand clients lose their server in the same second, and
// come back to it. The seconds are counted, not waited for.
package main

import "fmt"

// wait returns after how many seconds a client tries again.
func wait() int { return 10 }

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
