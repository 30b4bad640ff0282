// Goodput sends more and more clients to the service of chapter 01, for a minute
// of virtual time each, and draws how many are answered in time.
package main

import (
	"fmt"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

const (
	capacity = 250 // a second: five connections, 20 ms each
	work     = 20 * time.Millisecond
	patience = 100 * time.Millisecond // then a client is gone
)

func main() {
	fmt.Println("offered load  no limit  10 at most   useful answers a second")
	for _, load := range []float64{0.5, 1, 2, 4} {
		fmt.Printf("%.1f ×        %8.0f  %10.0f\n", load, goodput(queue.Endless, load), goodput(5, load))
	}
	stage.Picture(picture)
}

// goodput returns the useful answers a second with so many places to wait for the
// five connections.
func goodput(places int, load float64) float64 {
	return queue.Goodput(queue.Station{Servers: 5, Places: places}, load*capacity, queue.Steady(work), patience)
}

func picture() stage.Chart {
	chart := stage.Chart{
		Title: "Who says yes to everybody serves nobody", X: "offered load, in times the capacity", Y: "useful answers a second, of 250 that are possible",
		Series: []stage.Series{{Name: "without a limit"}, {Name: "at most 10 at a time"}},
	}
	for load := 0.0; load <= 4; load += 0.25 {
		chart.Marks = append(chart.Marks, load)
		for i, places := range []int{queue.Endless, 5} {
			chart.Series[i].Points = append(chart.Series[i].Points, goodput(places, load))
		}
	}
	return chart
}
