// Command 01-backpressure plays the first chapter with the pieces that you
// write in it.
//
//	go tool learn run 01          a ride, and a ride with a line
//	go tool learn run 01 storm    a server under more and more load, with and without a limiter
//	go tool learn run 01 serve    the park's web server, on port 8080
//	go tool learn run 01 crowd    a crowd that calls it, from another terminal
//
// "go run ./01-backpressure" does the same, as long as all your pieces compile.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	ride "example.com/backpressure/01-backpressure/1-ride"
	line "example.com/backpressure/01-backpressure/2-line"
	"example.com/backpressure/internal/stage"
)

const usage = `go tool learn run 01                  a ride, and a ride with a line
go tool learn run 01 storm [-spike] [-svg FILE]
                                      a server under more and more load
go tool learn run 01 serve [-addr A] [-work D] [-log]
                                      the park's web server, on port 8080
go tool learn run 01 crowd [-n N] [-addr A] [-polite]
                                      N requests at once
`

func main() {
	stage.Main(usage, park,
		stage.Command{Name: "storm", Play: storm, Limit: 20 * time.Second},
		stage.Command{Name: "serve", Play: serve},
		stage.Command{Name: "crowd", Play: crowd})
}

// park plays the two scenes one after the other.
func park() {
	fmt.Println("The ride: 10 seats, 14 guests, and no line.")
	playRide(10, 14)
	fmt.Println()
	fmt.Println("The line: 3 seats, 2 places to wait, 7 guests.")
	playLine(3, 2, 7)
}

const (
	arrival = 30 * time.Millisecond   // between one guest and the next
	round   = 1200 * time.Millisecond // how long a guest stays aboard
	aWait   = round / 6               // nobody calls less than this a wait
)

// playRide lets guests arrive at a ride with seats and nowhere to wait.
func playRide(seats, guests int) {
	r := ride.New(seats)
	var aboard tally
	var turnedAway atomic.Int64
	play(guests, func(guest int) {
		began := time.Now()
		if err := r.Board(); err != nil {
			turnedAway.Add(1)
			say(guest, "turned away: %v", err)
			return
		}
		if waited := time.Since(began); waited >= aWait {
			say(guest, "%s, boards, %s", stage.Bad("waited %.1f s on a ride without a line", waited.Seconds()), aboard.enter(seats))
		} else {
			say(guest, "boards, %s", aboard.enter(seats))
		}
		time.Sleep(round)
		aboard.leave()
		r.Leave()
	})
	fmt.Printf("Aboard at most: %s. Turned away: %d.\n", aboard.most(seats), turnedAway.Load())
}

// playLine lets guests arrive at a ride with a short line in front of it.
// They are in no hurry, but nobody waits for more than five seconds.
func playLine(seats, places, guests int) {
	l := line.New(seats, places)
	var aboard, waiting tally
	var turnedAway, gaveUp atomic.Int64
	play(guests, func(guest int) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		began := time.Now()
		stands := time.AfterFunc(aWait, func() { waiting.enter(places) })
		err := l.Board(ctx)
		waited := time.Since(began)
		if !stands.Stop() {
			waiting.leave()
		}
		switch {
		case errors.Is(err, line.ErrLineFull):
			turnedAway.Add(1)
			say(guest, "comes back later: %v", err)
			return
		case err != nil:
			gaveUp.Add(1)
			say(guest, "waited %.1f s and went home: %v", waited.Seconds(), err)
			return
		case waited >= aWait:
			say(guest, "waited %.1f s, boards, %s", waited.Seconds(), aboard.enter(seats))
		default:
			say(guest, "boards, %s", aboard.enter(seats))
		}
		time.Sleep(round)
		aboard.leave()
		l.Leave()
	})
	fmt.Printf("Aboard at most: %s. In line at most: %s.\n", aboard.most(seats), waiting.most(places))
	fmt.Printf("Turned away: %d. Gave up waiting: %d.\n", turnedAway.Load(), gaveUp.Load())
}

// play sends guests, one after the other, each in a goroutine, and returns
// when all have gone home.
func play(guests int, visit func(guest int)) {
	var home sync.WaitGroup
	for guest := 1; guest <= guests; guest++ {
		home.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					say(guest, "%s", stage.Bad("the ride broke down: %v", p))
				}
			}()
			visit(guest)
		})
		time.Sleep(arrival)
	}
	home.Wait()
}

func say(guest int, format string, args ...any) {
	fmt.Printf("  guest %2d  %s\n", guest, fmt.Sprintf(format, args...))
}

// A tally counts how many there are, and the most there ever were.
type tally struct {
	mu      sync.Mutex
	now     int
	highest int
}

// enter counts one more and says how that stands against the limit.
func (t *tally) enter(limit int) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.now++
	t.highest = max(t.highest, t.now)
	return verdict(t.now, limit)
}

func (t *tally) leave() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.now--
}

func (t *tally) most(limit int) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return verdict(t.highest, limit)
}

func verdict(n, limit int) string {
	if n > limit {
		return stage.Bad("%d of %d: too many", n, limit)
	}
	return stage.Good("%d of %d", n, limit)
}
