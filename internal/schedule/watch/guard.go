package watch

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"time"

	"example.com/backpressure/internal/epitaph"
)

// Variable names the environment variable with which the judge asks for a
// guard in the programs that it starts: [Patient] or [Hurried].
const (
	Variable = "SCHEDULE_WATCH"
	Patient  = "patient"
	Hurried  = "hurried" // the answer has been found to hang already
)

// Why a program is stopped.
const (
	hang   = "hang: this does not come to an end. A loop that never leaves, or a wait that nobody ends."
	greedy = "memory: the program took more than %d MB. Is there something in a loop that grows and grows?"
	crowd  = "too many goroutines: there are %d. Is there a go statement in a loop, or a recursion, that does not end?"
)

// Bounds on what the program takes. A right answer and its tests need less than
// a tenth of the memory, and a few thousand goroutines; the race detector itself
// admits 8,128.
const (
	maximalCrowd  = 8_000
	maximalMemory = 512 << 20
	maximalStack  = 64 << 20 // of one goroutine: endless recursion ends here
)

// The guard is set up before the package of an answer is: what runs when that
// is loaded may hang as well.
func init() {
	how := os.Getenv(Variable)
	if how == "" {
		return
	}
	hurry.Store(how == Hurried)
	debug.SetMaxStack(maximalStack)
	guarded = os.Stderr
	go guard(guarded, os.Getppid()) // as they are now: both may change
}

// guarded is where the guard says why it ends the program, or nil without one.
var guarded *os.File

var (
	watched atomic.Int64 // bubbles and explorations that look after themselves
	begun   atomic.Int64 // how many there were
)

// Begin says that the caller looks, with a [Patience], after what goes on until
// it calls end; meanwhile the guard does not.
func Begin() (end func()) {
	begun.Add(1)
	watched.Add(1)
	return func() { watched.Add(-1) }
}

// Spawns is called by whoever starts a goroutine for the answer. It ends the
// program when there are too many, as the guard would, which does not get its
// turn in time: behind thousands that are ready, 10 ms each, it is a minute away,
// and recursion with a go statement in it takes a gigabyte a second.
//
//go:norace
func Spawns() {
	if n := runtime.NumGoroutine(); n > maximalCrowd && guarded != nil {
		die(guarded, fmt.Sprintf(crowd, n))
	}
}

// guard ends the program when the one that started it is gone, when it takes too
// much, and when nothing moves outside of all bubbles.
func guard(stderr *os.File, parent int) {
	const often = 5 // looks at the memory between two glances
	var patience Patience
	for look := 1; ; look++ {
		time.Sleep(Glance / often)
		switch {
		case os.Getppid() != parent:
			os.Exit(1)
		case runtime.NumGoroutine() > maximalCrowd:
			die(stderr, fmt.Sprintf(crowd, runtime.NumGoroutine()))
		case memory() > maximalMemory:
			die(stderr, fmt.Sprintf(greedy, maximalMemory>>20))
		case look%often != 0:
		case watched.Load() > 0:
			patience = Patience{}
		case patience.Look(0, begun.Load()) != All:
			why := hang
			if places := Places(false); len(places) > 0 {
				why += " Somebody stands at " + strings.Join(places, ", ") + "."
			}
			die(stderr, why)
		}
	}
}

func die(stderr *os.File, why string) {
	fmt.Fprintf(stderr, "\n%s%s\n", epitaph.Stopped, why)
	os.Exit(1)
}

// memory is what the Go runtime has from the system. What the race detector
// keeps beside it, a few times as much, is not counted.
func memory() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64() - sample[1].Value.Uint64()
}
