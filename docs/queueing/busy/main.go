// Busy lets one server be busier and busier.
package main

import (
	"fmt"
	"time"

	"example.com/backpressure/internal/queue"
	"example.com/backpressure/internal/stage"
)

const work = 20 * time.Millisecond

func main() {
	fmt.Println("                     random        random guests and work")
	fmt.Println("  busy   clockwork   guests      mean   formula  slowest 1 %")
	for _, busy := range []float64{0.5, 0.7, 0.8, 0.9, 0.95} {
		gap := time.Duration(float64(work) / busy)
		clockwork := visit(queue.Steady(gap), queue.Steady(work))
		steady := visit(queue.Random(gap), queue.Steady(work))
		random := visit(queue.Random(gap), queue.Random(work))
		fmt.Printf("%4.0f %% %8d ms %5d ms %6d ms %6.0f ms %9d ms\n", 100*busy,
			queue.MeanStay(clockwork).Milliseconds(), queue.MeanStay(steady).Milliseconds(),
			queue.MeanStay(random).Milliseconds(), ms(queue.MeanStayOfOne(busy, 1)),
			queue.SlowestStay(random, 1).Milliseconds())
	}
	stage.Picture(picture)
}

// visit sends 200,000 guests to one server with an endless line.
func visit(gap, work queue.Times) []queue.Visit {
	crowd := queue.Crowd{Guests: 200_000, Gap: gap, Work: work}
	return crowd.Visit(&queue.Station{Servers: 1, Places: queue.Endless})
}

func ms(works float64) float64 { return works * work.Seconds() * 1000 }

// picture draws the formulas. The run above follows them.
func picture() stage.Chart {
	chart := stage.Chart{Title: "Why 90 % busy is slow", X: "busy, in per cent", Y: "mean time to the answer, in ms, of which 20 are work"}
	random := stage.Series{Name: "random guests and work"}
	steady := stage.Series{Name: "random guests, steady work"}
	clockwork := stage.Series{Name: "clockwork"}
	for percent := 0.0; percent <= 95; percent += 2.5 {
		chart.Marks = append(chart.Marks, percent)
		random.Points = append(random.Points, ms(queue.MeanStayOfOne(percent/100, 1)))
		steady.Points = append(steady.Points, ms(queue.MeanStayOfOne(percent/100, 0)))
		clockwork.Points = append(clockwork.Points, ms(1))
	}
	chart.Series = []stage.Series{random, steady, clockwork}
	return chart
}
