// Package schedule runs the body of a test again and again, each time in a
// bubble of virtual time, so that a test of concurrent code does not rest on
// the one interleaving it happened to see.
//
// A test's goroutines are started with [Go], and the test waits for them with
// [Quiesce]. Nothing in a body may depend on real time: inside a bubble two
// hours take no time at all, and a deadlock or a goroutine left behind is a
// failure rather than a hang (see package testing/synctest).
package schedule

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/watch"
)

// samples is how often Explore runs a body. Bounds are counts, never seconds,
// so that a slow machine proves as much as a fast one.
const samples = 300

// Explore runs body in bubble after bubble and stops at the first that fails.
//
// When the answer under test is rewritten (see package rewrite) the bubbles go
// through the schedules of the body's goroutines one by one, those with the
// fewest preemptions first; t gets the one that fails as a table. Otherwise
// they run under the schedules that the runtime happens to choose.
//
// body gets a T of its own for each run; it must not call T.Run, T.Parallel or
// T.Deadline, nor keep anything from one run to the next. It waits with
// [Quiesce], not with synctest.Wait. A test that explores must not be parallel
// with others: while it runs, every step of rewritten code is taken for one of
// its own.
func Explore(t *testing.T, body func(t *testing.T)) {
	t.Helper()
	if step.Rewritten() {
		t.Log(explore(t, body).summary())
		return
	}
	saySampled.Do(func() { t.Log(`sampled, not explored: "make test" and "go tool learn test" explore`) })
	for range samples {
		bubble(t, body)
	}
}

var saySampled sync.Once

// Bubble runs body once in a bubble of virtual time and returns when every
// goroutine of the bubble has ended. It fails t, in a sentence, when body
// panics, when all goroutines wait for each other, when one is left behind, or
// when the bubble will never end. A failed bubble ends the test that called it,
// as [testing.T.FailNow] does.
//
// The rules for body are those of [synctest.Test]; goroutines of the test's
// own belong in [Go]. They have one processor: what only some schedules show is
// for [Explore], and here it would be luck.
func Bubble(t *testing.T, body func(t *testing.T)) {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	bubble(t, body)
}

func bubble(t *testing.T, body func(t *testing.T)) {
	t.Helper()
	defer watch.Begin()()
	// The bubble has a goroutine of its own, so that the test can leave it
	// behind: nothing can stop a goroutine that waits for a real mutex.
	ended := make(chan string, 1)
	go func() {
		verdict := ""
		defer func() { ended <- verdict }() // synctest.Test ends in a Goexit when it failed
		step.NewEra()
		defer step.NewEra()
		defer func() {
			if p := recover(); p != nil {
				verdict = deadlock(p)
			}
		}()
		defer func() { verdict = lateComplaint() }() // before the recover above, which knows better
		defer step.OnPanic(nil)                      // when every goroutine has ended, not only the body
		synctest.Test(t, func(t *testing.T) {
			defer report(t, "")
			step.OnPanic(func(who string, p any) { complain(t, panicked(who, p)) })
			body(t)
		})
	}()
	verdict, halted := await(t, ended)
	if (verdict == deadlocked || verdict == leaked) && step.Rewritten() && !halted {
		verdict = secondLook(t, body, verdict)
	}
	if verdict != "" && !halted {
		t.Error(verdict)
	}
	if t.Failed() {
		t.FailNow()
	}
}

// Go starts f in a goroutine of the test. A panic in f fails t, told under
// name ("guest 11"), and the other tests go on.
func Go(t *testing.T, name string, f func()) {
	child := step.Start(name)
	go func() {
		defer child.Leave()
		defer report(t, name)
		child.Enter()
		f()
	}()
}

// Quiesce returns when every other goroutine of the bubble has ended or waits
// for something that only another goroutine, or time, can bring. Only the
// goroutine that runs the body may call it.
func Quiesce() {
	if !step.Quiesce() {
		synctest.Wait()
	}
}

// Stirs lets a year pass, in pieces that grow longer, and reports whether anybody
// did anything in it. Whoever waits for somebody else should sleep until that one
// wakes him: a loop that looks now and then stirs, however seldom it looks, and is
// found out at its first look or two. Only the goroutine that runs the body may
// call it. It sees what rewritten code does; without steps nobody stirs.
func Stirs() bool {
	const year = 365 * 24 * time.Hour
	Quiesce()
	steps := func() int64 { return step.Loose().Steps + int64(step.Steps()) }
	before := steps()
	for passed, piece := time.Duration(0), time.Millisecond; passed < year; passed, piece = passed+piece, 2*piece {
		time.Sleep(piece)
		Quiesce()
		if steps() != before {
			return true
		}
	}
	return false
}

// AsWritten says that the test measures something that the explorer's steps
// would change, such as allocations. When the answer has steps, the test is
// skipped; whoever put them in runs it again without.
func AsWritten(t *testing.T) {
	t.Helper()
	if step.Rewritten() {
		t.Skip(step.AsWritten)
	}
}

// Count says how many there are, in a test's sentence: "1 seat", "10 seats".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Panic returns the text of the value that f panics with, or "" when f
// returns.
func Panic(f func()) (text string) {
	defer func() {
		if p := recover(); p != nil {
			text = fmt.Sprint(p)
		}
	}()
	f()
	return ""
}

// report turns a panic of the goroutine that defers it into a failure of t.
func report(t *testing.T, who string) {
	if p := recover(); p != nil {
		complain(t, panicked(who, p))
	}
}

// late is what there was to say to a T that had ended.
var late atomic.Pointer[string]

// complain fails t. A goroutine that outlives the body may come too late for
// that, and is heard all the same when the bubble ends.
func complain(t *testing.T, text string) {
	defer func() {
		if recover() != nil { // "Log in goroutine after … has completed"
			late.Store(&text)
		}
	}()
	t.Error(text)
}

// lateComplaint returns what complain was too late for since the last call, or
// "".
func lateComplaint() string {
	if text := late.Swap(nil); text != nil {
		return *text
	}
	return ""
}

// panicked says that who panicked with p, and where. It is called by the
// function that recovered.
func panicked(who string, p any) string {
	if who != "" {
		who += ": "
	}
	return fmt.Sprintf("%spanic: %v%s", who, p, panicLine(string(debug.Stack())))
}

// runtimeFrame finds the files that a panic passes through, also in a program
// built with -trimpath, where they have no root.
var runtimeFrame = regexp.MustCompile(`^(?:.*/src/)?(?:runtime|sync|internal/runtime|internal/sync)/`)

// panicLine finds, in the stack of a recovered panic, the first line of the
// answer, or else of any code that is neither the runtime's nor this package's.
func panicLine(stack string) string {
	_, below, found := strings.Cut(stack, "\npanic(")
	if !found {
		return ""
	}
	for _, match := range watch.ExerciseFrame.FindAllStringSubmatch(below, -1) {
		if !strings.Contains(match[1], "_test.go:") {
			return " (" + match[1] + ")"
		}
	}
	for line := range strings.Lines(below) {
		file, isFile := strings.CutPrefix(line, "\t")
		if !isFile || runtimeFrame.MatchString(file) ||
			strings.Contains(file, "/internal/schedule/") && !strings.HasSuffix(file[:strings.LastIndex(file, ":")], "_test.go") {
			continue
		}
		file, _, _ = strings.Cut(strings.TrimSpace(file), " +0x")
		return " (" + file[strings.LastIndexAny(file, `/\`)+1:] + ")"
	}
	return ""
}

const (
	deadlocked = "deadlock: everybody waits, and nobody is left to wake them"
	leaked     = "leak: all is over, but a goroutine that was started has not come to its end"
)

// deadlock says in words what synctest says by panicking.
func deadlock(p any) string {
	text := fmt.Sprint(p)
	switch {
	case strings.Contains(text, "all goroutines in bubble are blocked"):
		return deadlocked
	case strings.Contains(text, "blocked goroutines remain"):
		return leaked
	}
	return "panic: " + text
}
