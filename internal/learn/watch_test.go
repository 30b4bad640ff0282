package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// A page is what a watch has printed so far.
type page struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (p *page) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

// waitFor returns when text has been printed, and forgets what was printed so
// far. Two minutes are for a machine whose compiler has not run yet.
func (p *page) waitFor(t *testing.T, text string) {
	t.Helper()
	require.Eventually(t, func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		_, after, found := bytes.Cut(p.text.Bytes(), []byte(text))
		if found {
			p.text = *bytes.NewBuffer(bytes.Clone(after))
		}
		return found
	}, 2*time.Minute, 10*time.Millisecond, "expected the screen to show %q", text)
}

// watching returns a watch of a course of one exercise, as it is before it
// begins.
func watching(t *testing.T) (w *watch, shown *page, root string) {
	t.Helper()
	root, _ = small(t)
	c, err := course.Open(root)
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	shown = &page{}
	return &watch{
		learner:  &learner{course: c, judge: j, out: shown, err: shown},
		screen:   screen{w: shown, rows: func() int { return 0 }},
		exercise: c.Exercises()[0],
	}, shown, root
}

// Whoever saves sees the verdict, and whoever presses a key its page.
func TestWatchTestsWhatIsSaved(t *testing.T) {
	w, shown, root := watching(t)
	file := filepath.Join(root, exercise, "ride.go")
	typed := make(chan string)
	ended := make(chan int, 1)
	go func() {
		w.begin(t.Context())
		code, err := w.loop(t.Context(), typed)
		w.stop()
		assert.NoError(t, err)
		ended <- code
	}()

	shown.waitFor(t, "compiling … 0 s")
	shown.waitFor(t, "guest 11 is on a ride with 10 seats")
	shown.waitFor(t, "6 of 12 tests fail")

	require.NoError(t, os.WriteFile(file, []byte("package ride\n\nfunc {\n"), 0o600))
	shown.waitFor(t, "ride.go does not compile")
	shown.waitFor(t, "func {")

	// A save that comes while the tests run makes them stale.
	copyFile(t, filepath.Join(root, solution, "testdata", "wrong", "unbuffered.go"), file)
	shown.waitFor(t, "compiling … 0 s")
	copyFile(t, filepath.Join(root, solution, "ride.go"), file)
	shown.waitFor(t, "passes")

	typed <- "h"
	shown.waitFor(t, "has no heading") // there is no chapter in this small course
	typed <- "v"
	shown.waitFor(t, "has no heading")
	typed <- "b"
	shown.waitFor(t, "Every exercise passes")
	typed <- "n"
	shown.waitFor(t, "There is no exercise beyond this one")
	typed <- "sofa"
	shown.waitFor(t, `"sofa" is no key here`)
	typed <- ""
	shown.waitFor(t, "passes")
	typed <- "q"
	assert.Equal(t, yes, <-ended)
}

// Whoever closes the terminal, or presses Ctrl-C, leaves nothing running.
func TestWatchEndsWithItsTerminal(t *testing.T) {
	for _, end := range []func(typed chan string, cancel func()){
		func(typed chan string, _ func()) { close(typed) },
		func(_ chan string, cancel func()) { cancel() },
	} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		w, _, _ := watching(t)
		typed := make(chan string)
		w.begin(ctx)
		end(typed, cancel)
		code, err := w.loop(ctx, typed)
		w.stop()
		assert.NoError(t, err)
		assert.Equal(t, yes, code)
		assert.Nil(t, w.run)
	}
}

func TestAScreenCutsWhatDoesNotFit(t *testing.T) {
	var out bytes.Buffer
	s := screen{w: &out, rows: func() int { return 8 }}
	s.draw("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "foot\n", false)
	assert.Contains(t, out.String(), "4"+lineEnd)
	assert.NotContains(t, out.String(), "5"+lineEnd)
	assert.Contains(t, out.String(), "… 5 more lines: v shows all")
	assert.Contains(t, out.String(), "foot")
	out.Reset()
	s.draw("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "foot\n", true)
	assert.Contains(t, out.String(), "9"+lineEnd)
}

func TestThePlainWordForAComplaint(t *testing.T) {
	assert.Contains(t, plainWord("ride.go:7:2: declared and not used: n"), "nothing reads")
	assert.Contains(t, plainWord(`ride.go:3:8: "fmt" imported and not used`), "nothing uses")
	assert.Contains(t, plainWord("ride.go:9:2: undefined: atomc"), "known here")
	assert.Contains(t, plainWord("ride.go:9:4: r.mu undefined (type *Ride has no field or method mu)"), "declared, in the struct")
	assert.Contains(t, plainWord("roll.go:9: Do passes lock by value: sync.WaitGroup contains sync.noCopy"), "Pass a pointer")
	assert.Empty(t, plainWord("ride.go:1:1: something else"))
	assert.Equal(t, "n := 1", complainedOf("ride.go:2:1: declared and not used: n", "ride.go", "a\n\tn := 1\r\n"))
	assert.Empty(t, complainedOf("ride_test.go:2:1: x", "ride.go", "a\nb\n"))
	assert.Empty(t, complainedOf("ride.go:9:1: x", "ride.go", "a\nb\n"))
}
