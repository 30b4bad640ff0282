// Command 03-combined plays the third chapter with the pieces that you write in
// it: fan out, fan in, under a limit.
//
//	go tool learn run 03          four scenes, the last of them the report
//	go tool learn run 03 serve    the park's report, on port 8081
//
// "go run ./03-combined" does the same, as long as all your pieces compile.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	pool "example.com/backpressure/03-combined/1-pool"
	drain "example.com/backpressure/03-combined/2-drain"
	merge "example.com/backpressure/03-combined/3-merge"
	"example.com/backpressure/internal/stage"
)

const usage = `go tool learn run 03                  four scenes, the last of them the report
go tool learn run 03 serve [-addr A]  the park's report, on port 8081
`

func main() { stage.Main(usage, day, stage.Command{Name: "serve", Play: serve}) }

// patience is how long a scene waits for a piece that does not come back.
const patience = 3 * time.Second

// day plays the scenes one after the other.
func day() {
	fmt.Println("1-pool: two mechanics inspect six rides; one has a fault.")
	inspect(2)
	fmt.Println("\n2-drain: the evening. Who rides may finish; nobody gets on.")
	closeTheRide()
	fmt.Println("\n3-merge: three gates, one stream of guests. North is quiet.")
	watchTheGates()
	fmt.Println("\n4-gateway: how long is the wait? A report on six rides.")
	askTheRides()
}

// inspect has rides inspected by so many mechanics. When a fault is found nobody
// begins another inspection.
func inspect(mechanics int) {
	rides := []string{"carousel", "ghost train", "swings", "coaster", "wheel", "boats"}
	fault := errors.New("ghost train: a lamp is out")
	var line stage.Timeline
	var busy, most, late atomic.Int64
	var found atomic.Bool
	var got error
	err := stage.Within(patience, func() {
		got = pool.Each(context.Background(), mechanics, rides, func(ctx context.Context, ride string) error {
			defer line.Begin(ride)()
			if found.Load() {
				late.Add(1)
			}
			defer busy.Add(-1)
			for n, m := busy.Add(1), most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			if ride == "ghost train" {
				time.Sleep(300 * time.Millisecond)
				found.Store(true)
				return fault
			}
			select {
			case <-time.After(200 * time.Millisecond):
			case <-ctx.Done():
			}
			return nil
		})
	})
	if err == nil {
		line.Mark("Each returns")
	}
	time.Sleep(400 * time.Millisecond) // what goes on comes to its end
	line.Draw(os.Stdout)
	switch {
	case err != nil:
		fmt.Println(stage.Bad("Each: %v.", err))
	case most.Load() > int64(mechanics):
		fmt.Println(stage.Bad("%d inspections at once, by %d mechanics.", most.Load(), mechanics))
	case late.Load() > 0:
		fmt.Println(stage.Bad("After the fault was found, %d more inspection(s) began.", late.Load()))
	case got != fault:
		fmt.Println(stage.Bad("Each returned %v, and the fault was %q.", got, fault))
	default:
		fmt.Println(stage.Good("At most %d at once, and then: %v.", most.Load(), got))
	}
}

// closeTheRide has three guests on a ride that is closed while they ride, and a
// fourth who comes too late.
func closeTheRide() {
	var gate drain.Gate
	var line stage.Timeline
	var riding, tooLate, heardLate atomic.Int64
	for i, guest := range []string{"Ada", "Ben", "Cleo"} {
		go func() {
			_ = gate.Do(func() {
				riding.Add(1)
				end := line.Begin(guest)
				time.Sleep(time.Duration(i+1) * 150 * time.Millisecond)
				end()
				riding.Add(-1)
			})
		}()
	}
	time.Sleep(50 * time.Millisecond)
	go func() {
		time.Sleep(100 * time.Millisecond)
		came := time.Now()
		refused := gate.Do(func() {
			defer line.Begin("Dan, too late")()
			tooLate.Add(1)
			time.Sleep(300 * time.Millisecond)
		})
		if refused != nil {
			line.Mark("Dan: no")
			heardLate.Store(time.Since(came).Milliseconds())
		}
	}()
	var left int64
	err := stage.Within(patience, func() {
		defer line.Begin("Drain")()
		if err := gate.Drain(context.Background()); err != nil {
			panic(err)
		}
		left = riding.Load()
	})
	time.Sleep(500 * time.Millisecond)
	line.Draw(os.Stdout)
	switch {
	case err != nil:
		fmt.Println(stage.Bad("Drain: %v.", err))
	case tooLate.Load() > 0:
		fmt.Println(stage.Bad("Drain had been called, and Dan got on all the same."))
	case heardLate.Load() > 100:
		fmt.Println(stage.Bad("Dan was refused, and heard it %.1f s after he had come.", float64(heardLate.Load())/1000))
	case left > 0:
		fmt.Println(stage.Bad("Drain returned while %d guest(s) were still riding.", left))
	default:
		fmt.Println(stage.Good("Nobody got on, and Drain returned after the last ride."))
	}
}

// watchTheGates merges the guests who come through three gates. Nobody may be
// seen late because another gate is quiet.
func watchTheGates() {
	type guest struct {
		name string
		came time.Duration
	}
	began := time.Now()
	gate := func(every time.Duration, names ...string) <-chan guest {
		out := make(chan guest)
		go func() {
			defer close(out)
			for _, name := range names {
				time.Sleep(every)
				out <- guest{name, time.Since(began)}
			}
		}()
		return out
	}
	north := gate(700*time.Millisecond, "Ada, north")
	east := gate(150*time.Millisecond, "Ben, east", "Cleo, east", "Dan, east")
	south := gate(200*time.Millisecond, "Eve, south", "Finn, south")
	seen, latest, worst := 0, time.Duration(0), guest{}
	err := stage.Within(patience, func() {
		for g := range merge.Merge(context.Background(), north, east, south) {
			now := time.Since(began)
			fmt.Printf("  %-14s came after %.1f s, and was seen after %.1f s\n", g.name, g.came.Seconds(), now.Seconds())
			if seen++; now-g.came > latest {
				latest, worst = now-g.came, g
			}
		}
	})
	switch {
	case err != nil:
		fmt.Println(stage.Bad("Merge: %v. %d of 6 guests were seen.", err, seen))
	case seen != 6:
		fmt.Println(stage.Bad("%d of 6 guests were seen.", seen))
	case latest > 200*time.Millisecond:
		fmt.Println(stage.Bad("%s was seen %.1f s late: another gate was quiet.", worst.name, latest.Seconds()))
	default:
		fmt.Println(stage.Good("Six guests, and each was seen as they came."))
	}
}
