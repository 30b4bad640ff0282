package schedule

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/backpressure/internal/epitaph"
	"example.com/backpressure/internal/schedule/watch"
)

// inCrash names the environment variable that tells a child process which
// test it was started for.
const inCrash = "SCHEDULE_CRASH"

// crashTime is for a process that not even its guard can stop.
const crashTime = time.Minute

// Crash runs f in a bubble in a process of its own, and returns the line in
// which the Go runtime says why that process died, as in "panic: the printer is
// on fire". It returns "" when f and every goroutine that f started came to an
// end. That is how a test sees a panic that no caller can recover: one in a
// goroutine of the answer's own, which ends the whole program.
//
// The process is the test's own program, started once more for this test
// alone; what the test does before it calls Crash is done there too. A test
// calls Crash at most once, and not from inside a bubble.
func Crash(t *testing.T, f func()) string {
	t.Helper()
	if os.Getenv(inCrash) == t.Name() {
		// Inside a bubble nothing is left to luck: synctest.Test returns when
		// every goroutine has ended, so a panic comes before the exit.
		synctest.Test(t, func(*testing.T) { f() })
		os.Exit(0)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatalf("the test's program can't find itself on the disk: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), crashTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, "-test.run=^"+t.Name()+"$", "-test.count=1")
	cmd.Env = append(os.Environ(), inCrash+"="+t.Name())
	if os.Getenv(watch.Variable) == "" {
		cmd.Env = append(cmd.Env, watch.Variable+"="+watch.Patient)
	}
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	defer watch.Begin()() // the child looks after itself
	err = cmd.Run()
	line := epitaph.Of(said.String())
	switch {
	case err == nil:
		return ""
	case ctx.Err() != nil:
		t.Fatalf("hang: after %v this still has not come to an end", crashTime)
	case strings.HasPrefix(line, "hang: "):
		watch.Hurry()
		t.Fatal(line)
	case strings.Contains(line, "deadlock: "):
		t.Fatal(deadlock(strings.TrimPrefix(line, "panic: ")))
	case line == "":
		t.Fatalf("the program ended early, and without a word: %v. Does the code call os.Exit?", err)
	}
	return line
}
