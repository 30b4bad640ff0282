// Erlang compares what a crowd sees with what A. K. Erlang computed.
package main

import (
	"fmt"
	"math"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

func main() {
	fmt.Println("5 slots         no line: turned away   endless line: wait")
	fmt.Println("offered load       seen    Erlang B      seen    Erlang C")
	for _, load := range []float64{2.5, 4, 4.5, 5, 10} {
		waits := queue.Share(crowd(load).Visit(&queue.Station{Servers: 5, Places: queue.Endless}), queue.Visit.Waited)
		fmt.Printf("%12.1f %8.0f %% %9.0f %% %7.0f %% %9.0f %%\n", load,
			100*turnedAway(5, load), 100*queue.ErlangB(5, load), 100*waits, 100*queue.ErlangC(5, load))
	}

	fmt.Println("\noffered load   slots, to turn away 1 % at most   busy")
	for _, load := range []float64{1, 10, 100, 1000} {
		slots := queue.ServersFor(load, 0.01)
		fmt.Printf("%12.0f %33d %5.0f %%\n", load, slots, 100*load*(1-queue.ErlangB(slots, load))/float64(slots))
	}
	stage.Picture(picture)
}

// crowd is a hundred thousand guests whose work takes 20 ms, as many at once as
// offered on average.
func crowd(offered float64) queue.Crowd {
	return queue.Crowd{
		Guests: 100_000,
		Gap:    queue.Random(queue.Every(offered * 50)),
		Work:   queue.Random(20 * time.Millisecond),
	}
}

// turnedAway is the share of a crowd that finds no slot free.
func turnedAway(slots int, offered float64) float64 {
	visits := crowd(offered).Visit(&queue.Station{Servers: slots})
	return queue.Share(visits, func(v queue.Visit) bool { return v.Fate == queue.TurnedAway })
}

func picture() stage.Chart {
	chart := stage.Chart{Title: "A large pool turns away fewer than a small one", X: "offered load, in per cent of the slots", Y: "turned away, in per cent"}
	for _, slots := range []int{5, 50, 500} {
		chart.Series = append(chart.Series, stage.Series{Name: fmt.Sprintf("%d slots", slots)})
	}
	for percent := 50.0; percent <= 150; percent += 2.5 {
		chart.Marks = append(chart.Marks, percent)
		for i, slots := range []float64{5, 50, 500} {
			away := 100 * queue.ErlangB(int(slots), percent/100*slots)
			seen := math.NaN()
			if math.Mod(percent, 25) == 0 {
				seen = math.Round(1000*turnedAway(int(slots), percent/100*slots)) / 10
			}
			chart.Series[i].Points = append(chart.Series[i].Points, away)
			chart.Series[i].Seen = append(chart.Series[i].Seen, seen)
		}
	}
	return chart
}
