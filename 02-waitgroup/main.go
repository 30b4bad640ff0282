// Command 02-waitgroup plays the second chapter with the pieces that you write
// in it: an evening in the park, in which everybody is waited for, or not.
//
//	go tool learn run 02
//
// "go run ./02-waitgroup" does the same, as long as all your pieces compile.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	tasks "example.com/backpressure/02-waitgroup/1-tasks"
	results "example.com/backpressure/02-waitgroup/2-results"
	pointer "example.com/backpressure/02-waitgroup/3-pointer"
	counter "example.com/backpressure/02-waitgroup/4-counter"
	"example.com/backpressure/internal/stage"
)

const usage = "go tool learn run 02    an evening in the park\n"

func main() { stage.Main(usage, evening) }

// rides are what the park has to close in the evening, and how long each takes.
var rides = []struct {
	name  string
	takes time.Duration
}{
	{"carousel", 300 * time.Millisecond},
	{"ghost train", 600 * time.Millisecond},
	{"swings", 200 * time.Millisecond},
	{"coaster", 500 * time.Millisecond},
}

// patience is how long the evening waits for a piece that does not come back.
const patience = 2 * time.Second

// evening plays the four scenes one after the other.
func evening() {
	fmt.Println("1-tasks: four rides close, and then the park's gate.")
	closeRides()
	fmt.Println("\n2-results: each ride says how many guests are still aboard.")
	countGuests()
	fmt.Println("\n3-pointer: the roll call greets six guests on their way out.")
	callTheRoll()
	fmt.Println("\n4-counter: the gatekeeper waits with a WaitGroup of our own.")
	keepTheGate()
}

// closeRides has the rides close side by side, and draws when each of them and
// when Run was done.
func closeRides() {
	var line stage.Timeline
	var closed atomic.Int64
	var closing []func()
	for _, r := range rides {
		closing = append(closing, func() {
			end := line.Begin(r.name)
			time.Sleep(r.takes)
			end()
			closed.Add(1)
		})
	}
	if err := stage.Within(patience, func() { tasks.Run(closing...) }); err != nil {
		fmt.Println(stage.Bad("Run: %v.", err))
		return
	}
	line.Mark("Run returns")
	inTime := int(closed.Load())
	time.Sleep(time.Second) // what goes on comes to its end, and is drawn with it
	line.Draw(os.Stdout)
	if inTime < len(rides) {
		fmt.Println(stage.Bad("Run returned when %d of %d rides were closed.", inTime, len(rides)))
		return
	}
	fmt.Println(stage.Good("Run returned when the last ride was closed."))
}

// countGuests asks all rides at once. The ride that answers first must not
// stand first for that.
func countGuests() {
	type answer struct {
		ride   string
		guests int
	}
	var names []string
	for _, r := range rides {
		names = append(names, r.name)
	}
	var answers []answer
	err := stage.Within(patience, func() {
		answers = results.Map(names, func(name string) answer {
			i := slices.Index(names, name)
			time.Sleep(rides[i].takes)
			return answer{name, 10 * (i + 1)}
		})
	})
	if err != nil {
		fmt.Println(stage.Bad("Map: %v.", err))
		return
	}
	time.Sleep(time.Second) // answers that nobody waited for
	right := len(answers) == len(names)
	for i, a := range answers {
		fmt.Printf("  %-14s %d guests\n", a.ride, a.guests)
		right = right && a.ride == names[i]
	}
	if !right {
		fmt.Println(stage.Bad("Asked were %s:\nexpected one answer from each, in this order.", strings.Join(names, ", ")))
		return
	}
	fmt.Println(stage.Good("One answer for each ride, in the order of the questions."))
}

// callTheRoll greets guests, and sees how many have been greeted when the roll
// call is over.
func callTheRoll() {
	guests := []string{"Ada", "Ben", "Cleo", "Dan", "Eve", "Finn"}
	var line stage.Timeline
	var greeted atomic.Int64
	err := stage.Within(patience, func() {
		pointer.RollCall(guests, func(guest string) {
			end := line.Begin(guest)
			time.Sleep(200 * time.Millisecond)
			end()
			greeted.Add(1)
		})
	})
	inTime := int(greeted.Load())
	if err == nil {
		line.Mark("it is over")
		time.Sleep(500 * time.Millisecond)
	}
	line.Draw(os.Stdout)
	switch {
	case err != nil:
		fmt.Println(stage.Bad("RollCall: %v.\nGreeted were %d of %d guests.", err, greeted.Load(), len(guests)))
	case inTime < len(guests):
		fmt.Println(stage.Bad("It was over when %d of %d guests had been greeted.", inTime, len(guests)))
	default:
		fmt.Println(stage.Good("It was over when all %d guests had been greeted.", len(guests)))
	}
}

// keepTheGate has two gatekeepers wait for three guests.
func keepTheGate() {
	var line stage.Timeline
	var guests counter.WaitGroup
	var inside, early, left, closed atomic.Int64
	began := time.Now()
	for i, name := range []string{"Ada", "Ben", "Cleo"} {
		end := line.Begin(name)
		inside.Add(1)
		guests.Go(func() {
			time.Sleep(time.Duration(i+1) * 170 * time.Millisecond)
			left.Store(int64(time.Since(began)))
			inside.Add(-1)
			end()
		})
	}
	var gates sync.WaitGroup
	for _, name := range []string{"north gate", "south gate"} {
		gates.Go(func() {
			defer line.Begin(name)()
			guests.Wait()
			closed.Store(int64(time.Since(began)))
			if inside.Load() > 0 {
				early.Add(1)
			}
		})
	}
	err := stage.Within(patience, gates.Wait)
	late := time.Duration(closed.Load() - left.Load())
	time.Sleep(500 * time.Millisecond)
	line.Draw(os.Stdout)
	switch {
	case err != nil:
		fmt.Println(stage.Bad("Wait: %v.", err))
	case early.Load() > 0:
		fmt.Println(stage.Bad("A gate was closed while guests were still inside."))
	case late > 50*time.Millisecond:
		fmt.Println(stage.Bad("The gates were closed %.2f s after the last guest had left.", late.Seconds()))
	default:
		fmt.Println(stage.Good("Both gates were closed when the last guest had left."))
	}
}
