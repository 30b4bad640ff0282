// Retry lets ten instances be overloaded for one second, and looks at the time
// after it.
package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

// Ten instances do five requests at a time, 20 ms each on average. That is 2,500
// a second. Clients wait 100 ms for an answer.
const (
	instances, servers = 10, 5
	work, patience     = 20 * time.Millisecond, 100 * time.Millisecond
	capacity           = float64(instances * servers * int(time.Second/work))
	seconds            = 20 // are looked at; the crowd goes on for another ten
)

// load is what is offered, as a share of the capacity.
func load(at time.Duration) float64 {
	if at >= 2*time.Second && at < 3*time.Second {
		return 2
	}
	return 0.7
}

// clients are what may stand in front of the balancer. Each is new.
var clients = []struct {
	name string
	open func(door queue.Door) *queue.Client
}{
	{"one try", func(door queue.Door) *queue.Client {
		return &queue.Client{Door: door, Patience: patience, Tries: 1}
	}},
	{"three tries", func(door queue.Door) *queue.Client {
		return &queue.Client{Door: door, Patience: patience, Tries: 3}
	}},
	{"three, random pauses", func(door queue.Door) *queue.Client {
		return &queue.Client{Door: door, Patience: patience, Tries: 3, Pause: queue.Random(time.Second)}
	}},
	{"three, budget 10 %", func(door queue.Door) *queue.Client {
		return &queue.Client{Door: door, Patience: patience, Tries: 3, Budget: &queue.Budget{Share: 0.1, Most: 100}}
	}},
}

func main() {
	fmt.Println("answered in time, in per cent of those who came")
	fmt.Println("                       before  in the  2 s    5 s    15 s")
	fmt.Println("                       it      second  after  after  after")
	for _, places := range []int{queue.Endless, 20, 5} {
		if places == queue.Endless {
			fmt.Println("each instance has a line without end")
		} else {
			fmt.Printf("each instance has %d places in line\n", places)
		}
		for _, client := range clients {
			share := answered(client.open(fleet(places)))
			fmt.Printf("  %-20s %5.0f %7.0f %7.0f %6.0f %6.0f\n", client.name, share[1], share[2], share[4], share[7], share[17])
		}
	}
	stage.Picture(picture)
}

func fleet(places int) *queue.Fleet {
	return queue.NewFleet(instances, queue.Station{Servers: servers, Places: places}, queue.BetterOfTwo)
}

// answered returns for each second how many of the guests who came in it got an
// answer, in per cent.
func answered(client *queue.Client) []float64 {
	var at time.Duration
	gap := func(chance *rand.Rand) time.Duration {
		d := queue.Random(queue.Every(load(at) * capacity))(chance)
		at += d
		return d
	}
	crowd := queue.Crowd{Guests: int(capacity * (0.7*(seconds+9) + 2)), Gap: gap, Work: queue.Random(work)}
	came, got := make([]float64, seconds+1), make([]float64, seconds+1) // the last is the rest
	for _, v := range crowd.Visit(client) {
		second := min(int(v.Came.Seconds()), seconds)
		came[second]++
		if v.Fate == queue.Served {
			got[second]++
		}
	}
	for i := range got {
		got[i] *= 100 / max(came[i], 1)
	}
	return got[:seconds]
}

func picture() stage.Chart {
	chart := stage.Chart{Title: "One second of overload, and no limit", X: "seconds", Y: "answered in time, in per cent of those who came in that second"}
	for second := range seconds {
		chart.Marks = append(chart.Marks, float64(second))
	}
	for _, client := range clients {
		if client.name == "three, random pauses" {
			continue // it lies upon "three tries"
		}
		chart.Series = append(chart.Series, stage.Series{Name: client.name, Points: answered(client.open(fleet(queue.Endless)))})
	}
	return chart
}
