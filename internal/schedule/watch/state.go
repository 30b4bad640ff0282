package watch

import (
	"bytes"
	"runtime"
)

// What the goroutines of this program are doing, all but the one that asks.
type state int

const (
	running state = iota // somebody runs, or will as soon as there is a processor
	away                 // nobody does, but somebody is in a system call
	waiting              // everybody waits for somebody else, or for time
)

// waits are the beginnings of what the runtime says of a goroutine that only
// another goroutine, or time, can wake: "chan receive (durable)", "select (no
// cases)", "sync.Mutex.Lock", "synctest.Wait". Waiting for the garbage collector
// is not among them: that passes.
var waits = []string{"chan ", "select", "sync", "semacquire", "sleep", "coroutine", "finalizer wait", "cleanup wait"}

// largest holds the stacks of as many goroutines as the race detector admits,
// 8128.
const largest = 16 << 20

// everybody asks the runtime. It knows who is ready to run whether the machine
// has a processor for him or not. A dump that does not fit is no proof of rest.
func everybody() state {
	dump := stacks()
	if len(dump) == largest {
		return running
	}
	worst := waiting
	for i, header := range headers(dump) {
		if i > 0 { // the first is the one that asks
			worst = min(worst, stateOf(header))
		}
	}
	return worst
}

// stacks returns those of all goroutines, the caller's first.
func stacks() []byte {
	dump := make([]byte, 64<<10)
	n := runtime.Stack(dump, true)
	for ; n == len(dump) && n < largest; n = runtime.Stack(dump, true) {
		dump = make([]byte, 4*n)
	}
	return dump[:n]
}

// headers returns the first line of each stack, as in "goroutine 44 [sleep
// (durable), synctest bubble 1]:".
func headers(dump []byte) [][]byte {
	var found [][]byte
	for stack := range bytes.SplitSeq(dump, []byte("\n\n")) {
		if header, _, _ := bytes.Cut(stack, []byte("\n")); bytes.HasPrefix(header, []byte("goroutine ")) {
			found = append(found, header)
		}
	}
	return found
}

func stateOf(header []byte) state {
	_, what, _ := bytes.Cut(header, []byte("["))
	for _, wait := range waits {
		if bytes.HasPrefix(what, []byte(wait)) {
			return waiting
		}
	}
	if bytes.HasPrefix(what, []byte("syscall")) || bytes.HasPrefix(what, []byte("IO wait")) {
		return away
	}
	return running
}
