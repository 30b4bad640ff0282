// Line puts longer and longer lines in front of the same five servers.
package main

import (
	"fmt"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

const (
	capacity = 250 // a second: five servers, 20 ms each
	work     = 20 * time.Millisecond
	patience = 100 * time.Millisecond // then a client is gone
)

// rules say who is served next, and who not at all.
var rules = []struct {
	name string
	queue.Station
}{
	{"everybody", queue.Station{}},
	{"who still waits", queue.Station{StillWanted: func(v queue.Visit) bool { return v.Began-v.Came <= patience }}},
	{"who can be in time", queue.Station{StillWanted: func(v queue.Visit) bool { return v.Began-v.Came <= patience-work }}},
	{"newest first", queue.Station{NewestFirst: true}},
}

func main() {
	fmt.Println("         everybody is     twice the capacity, and served is")
	fmt.Println("places   served, at      every-   who still  who can be  newest")
	fmt.Println("in line  0.8 ×     1 ×   body     waits      in time     first")
	for _, places := range []int{0, 5, 10, 20, 21, 25, 50, queue.Endless} {
		name := fmt.Sprint(places)
		if places == queue.Endless {
			name = "endless"
		}
		fmt.Printf("%-7s %6.0f %7.0f %6.0f %8.0f %10.0f %10.0f\n", name,
			useful(rules[0].Station, places, 0.8), useful(rules[0].Station, places, 1),
			useful(rules[0].Station, places, 2), useful(rules[1].Station, places, 2),
			useful(rules[2].Station, places, 2), useful(rules[3].Station, places, 2))
	}
	stage.Picture(picture)
}

// useful returns how many answers a second come while somebody waits for them.
func useful(station queue.Station, places int, load float64) float64 {
	station.Servers, station.Places = 5, places
	return queue.Goodput(station, load*capacity, queue.Steady(work), patience)
}

func picture() stage.Chart {
	chart := stage.Chart{
		Title: "A longer line is not a better one", X: "places in line", Y: "useful answers a second, of 250 that are possible",
		Series: []stage.Series{{Name: "twice the capacity"}, {Name: "at the capacity"}, {Name: "twice, who can be in time"}},
	}
	for places := 0; places <= 40; places++ {
		chart.Marks = append(chart.Marks, float64(places))
		for i, y := range []float64{useful(rules[0].Station, places, 2), useful(rules[0].Station, places, 1), useful(rules[2].Station, places, 2)} {
			chart.Series[i].Points = append(chart.Series[i].Points, y)
		}
	}
	return chart
}
