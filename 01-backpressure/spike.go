package main

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"example.com/backpressure/internal/stage"
)

// The spike: a load below the capacity, one second of far too much, and the same
// load again, counted in half seconds.
const (
	calm, spike = 0.8, 3.2 // times the capacity
	half        = time.Second / 2
	halves      = 16
	spikeFrom   = 4 // the half second with which the spike begins
	spikeTo     = 6
)

// goodputOverASpike measures the server without a limiter and with yours, side
// by side. A client that gets no answer in time asks once more, as many do.
func goodputOverASpike() stage.Chart {
	fmt.Printf("%.1f times the capacity, one second of %.1f, and %.1f again.\nWho gets no answer in %v asks once more. Useful answers a\nsecond, without a limiter and with yours:\n\n", calm, spike, calm, patience)
	chart := stage.Chart{Title: "A spike of one second", X: "seconds", Y: "useful answers a second"}
	load := func(at time.Duration) float64 {
		if half := int(at / half); half >= spikeFrom && half < spikeTo {
			return spike
		}
		return calm
	}
	var useful [2][halves]atomic.Int64
	bureaus := [2]*bureau{open(fronts[0].open()), open(fronts[1].open())}
	for i, b := range bureaus {
		go blow(halves*half, load, func(at time.Duration) {
			answer := b.ask()
			if answer == 0 {
				answer = b.ask()
			}
			if answer == http.StatusOK {
				useful[i][at/half].Add(1)
			}
		})
	}
	began := time.Now()
	goodput := func(i, h int) float64 { return float64(useful[i][h].Load()) / half.Seconds() }
	for h := range halves {
		at := time.Duration(h) * half
		time.Sleep(at + half + 3*patience - time.Since(began)) // by then everybody has an answer or none
		remark := ""
		if load(at) == spike {
			remark = "spike"
		}
		fmt.Println(stage.Bar(fmt.Sprintf("%3.1f s without", at.Seconds()), goodput(0, h), capacity, remark))
		fmt.Println(stage.Bar("      with", goodput(1, h), capacity, ""))
		chart.Marks = append(chart.Marks, at.Seconds())
	}
	for i, b := range bureaus {
		b.close()
		series := stage.Series{Name: fronts[i].name}
		for h := range halves {
			series.Points = append(series.Points, goodput(i, h))
		}
		chart.Series = append(chart.Series, series)
	}
	after := goodput(0, halves-1)
	fmt.Println()
	if after < calm*capacity/2 {
		fmt.Printf("The spike is long over, and the server without a limiter still\nserves %.0f a second: it is busy with requests that nobody waits\nfor any more, and each of them is asked again.\n", after)
	} else {
		fmt.Printf("The server without a limiter has come back: %.0f a second.\n", after)
	}
	fmt.Printf("With your limiter it serves %.0f.\n", goodput(1, halves-1))
	return chart
}
