// Balance sends one crowd to twenty instances, in three ways.
package main

import (
	"fmt"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

// Each instance does one request at a time, 20 ms on average, and is 90 % busy.
const instances = 20

var crowd = queue.Crowd{
	Guests: 100_000,
	Gap:    queue.Random(queue.Every(0.9 * 50 * instances)),
	Work:   queue.Random(20 * time.Millisecond),
}

var ways = []struct {
	name string
	pick queue.Picker
}{
	{"any one", queue.AnyOne},
	{"better of two", queue.BetterOfTwo},
	{"best of all", queue.BestOfAll},
}

// ages are how old the balancer's news get.
var ages = []time.Duration{0, 10 * time.Millisecond, 20 * time.Millisecond, 50 * time.Millisecond, 100 * time.Millisecond, 200 * time.Millisecond}

func main() {
	fmt.Println("mean time to the answer (and the slowest 1 %), in ms")
	fmt.Print("news at most")
	for _, way := range ways {
		fmt.Printf("%15s", way.name)
	}
	fmt.Println()
	for _, age := range ages {
		fmt.Printf("%5d ms old ", age.Milliseconds())
		for _, way := range ways {
			visits := answer(way.pick, age)
			fmt.Printf("%8d (%4d)", queue.MeanStay(visits).Milliseconds(), queue.SlowestStay(visits, 1).Milliseconds())
		}
		fmt.Println()
	}
	stage.Picture(picture)
}

func answer(pick queue.Picker, age time.Duration) []queue.Visit {
	fleet := queue.NewFleet(instances, queue.Station{Servers: 1, Places: queue.Endless}, pick)
	fleet.Age = age
	return crowd.Visit(fleet)
}

func picture() stage.Chart {
	chart := stage.Chart{Title: "Which instance? Old news turn the order round", X: "age of the news, in ms (not to scale)", Y: "mean time to the answer, in ms"}
	for _, age := range ages {
		chart.Marks = append(chart.Marks, float64(age.Milliseconds()))
	}
	for _, way := range ways {
		line := stage.Series{Name: way.name}
		for _, age := range ages {
			line.Points = append(line.Points, float64(queue.MeanStay(answer(way.pick, age)).Milliseconds()))
		}
		chart.Series = append(chart.Series, line)
	}
	return chart
}
