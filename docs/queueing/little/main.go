// Little counts three times: who comes in, how long they stay, and how many are
// inside.
package main

import (
	"fmt"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

// Five are served at once, 20 ms each on average, and 225 a second come.
var crowd = queue.Crowd{
	Guests: 100_000,
	Gap:    queue.Random(queue.Every(225)),
	Work:   queue.Random(20 * time.Millisecond),
}

var rules = []struct {
	name string
	queue.Station
}{
	{"oldest first", queue.Station{Servers: 5, Places: queue.Endless}},
	{"newest first", queue.Station{Servers: 5, Places: queue.Endless, NewestFirst: true}},
	{"5 in line, no more", queue.Station{Servers: 5, Places: 5}},
}

func main() {
	fmt.Println("                   come in ×   stay = product    seen slowest")
	fmt.Println("                                               inside     1 %")
	for _, rule := range rules {
		visits := crowd.Visit(&rule.Station)
		in := queue.Those(visits, func(v queue.Visit) bool { return v.Fate == queue.Served })
		rate, stay := queue.Rate(in), queue.MeanStay(in)
		fmt.Printf("%-18s %5.0f/s %5d ms %9.1f %7.1f %4d ms\n", rule.name,
			rate, stay.Milliseconds(), rate*stay.Seconds(),
			queue.MeanInside(in, 50*time.Millisecond), queue.SlowestStay(in, 1).Milliseconds())
	}
	stage.Picture(picture)
}

// picture shows a quarter of a second of the first rule.
func picture() stage.Chart {
	from, to := 3500*time.Millisecond, 3740*time.Millisecond
	moments := queue.Instants(from, to, 5*time.Millisecond)
	first := crowd
	first.Guests = 1000
	come, gone := queue.Seen(first.Visit(&rules[0].Station), moments)
	chart := stage.Chart{Title: "Little's law: two lines and what lies between", X: "milliseconds", Y: "guests", Between: true}
	before := gone[0]
	for i, at := range moments {
		chart.Marks = append(chart.Marks, float64((at - from).Milliseconds()))
		come[i], gone[i] = come[i]-before, gone[i]-before
	}
	chart.Series = []stage.Series{{Name: "have come", Points: come}, {Name: "have gone", Points: gone}}
	return chart
}
