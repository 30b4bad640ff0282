// Seats plays an hour at a ride with ten seats, minute by minute, and draws who
// is aboard and who has been turned away.
package main

import (
	"fmt"

	"example.com/backpressure/internal/stage"
	ride "example.com/backpressure/solutions/01-backpressure/1-ride"
)

const (
	seats   = 10
	minutes = 60
	trip    = 5 // minutes, after which a guest gets off
)

// come is how many guests arrive in a minute: few, then a rush, then few again.
func come(minute int) int {
	if minute >= 20 && minute < 35 {
		return 4
	}
	return 1
}

func main() {
	_, _, turnedAway := play()
	fmt.Printf("%d seats, a trip of %d minutes: in an hour %.0f guests were turned away.\n", seats, trip, turnedAway[minutes-1])
	stage.Picture(func() stage.Chart {
		marks, aboard, turnedAway := play()
		return stage.Chart{
			Title: "A ride with ten seats, and a rush", X: "minutes", Y: "guests", Marks: marks,
			Series: []stage.Series{{Name: "turned away so far", Points: turnedAway}, {Name: "aboard", Points: aboard}},
		}
	})
}

// play returns, minute by minute, how many are aboard and how many have been
// turned away since the ride opened.
func play() (marks, aboard, turnedAway []float64) {
	r := ride.New(seats)
	var getsOff [minutes + trip]int // in which minute how many do
	inside, refused := 0, 0
	for minute := range minutes {
		for range getsOff[minute] {
			r.Leave()
			inside--
		}
		for range come(minute) {
			if r.Board() != nil {
				refused++
				continue
			}
			inside++
			getsOff[minute+trip]++
		}
		marks = append(marks, float64(minute))
		aboard = append(aboard, float64(inside))
		turnedAway = append(turnedAway, float64(refused))
	}
	return marks, aboard, turnedAway
}
