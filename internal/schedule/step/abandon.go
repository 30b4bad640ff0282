package step

import (
	"bytes"
	"runtime"
	"strconv"
)

// abandoned are the numbers of the goroutines that a test has left behind in a
// bubble that hangs. It only grows, between the runs.
var abandoned []int

// Abandon gives up all goroutines that are in a bubble now: nothing can stop
// them, but the next run must not take them for its own. Whoever of them comes
// to a step while a run goes on stays there.
func Abandon() {
	text := make([]byte, 1<<20)
	text = text[:runtime.Stack(text, true)]
	for line := range bytes.Lines(text) {
		// "goroutine 44 [sleep (durable), synctest bubble 1]:"
		rest, ok := bytes.CutPrefix(line, []byte("goroutine "))
		if !ok || !bytes.Contains(rest, []byte(", synctest bubble ")) {
			continue
		}
		number, _, _ := bytes.Cut(rest, []byte(" "))
		if n, err := strconv.Atoi(string(number)); err == nil {
			abandoned = append(abandoned, n)
		}
	}
}

//go:norace
func isAbandoned(id int) bool {
	for i := range abandoned {
		if abandoned[i] == id {
			return true
		}
	}
	return false
}
