package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// small copies what one exercise needs into a new directory and builds the
// command, so that the test changes nobody's files.
func small(t *testing.T) (root string, learn func(args ...string) (out string, code int)) {
	t.Helper()
	c, err := course.Open(".")
	require.NoError(t, err)
	root = t.TempDir()
	// Of the exercise only the test: what else lies there is the learner's.
	for _, name := range []string{"go.mod", "go.sum", "internal", exercise + "/ride_test.go", solution} {
		from, to := filepath.Join(c.Root, filepath.FromSlash(name)), filepath.Join(root, filepath.FromSlash(name))
		info, err := os.Stat(from)
		require.NoError(t, err)
		if info.IsDir() {
			require.NoError(t, os.CopyFS(to, os.DirFS(from)))
		} else {
			require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o755))
			copyFile(t, from, to)
		}
	}
	copyFile(t, filepath.Join(root, solution, "testdata", "start", "ride.go"), filepath.Join(root, exercise, "ride.go"))

	binary := builtCommand(t)
	return root, func(args ...string) (string, int) {
		cmd := exec.Command(binary, args...)
		cmd.Dir = root
		out, err := cmd.CombinedOutput()
		if ended := new(exec.ExitError); err != nil && !errors.As(err, &ended) {
			require.NoError(t, err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
}

// builtCommand returns the command's program, which all tests share. Two
// directories stand between it and the system's own for temporary files.
func builtCommand(t *testing.T) string {
	t.Helper()
	binary, err := buildOnce()
	require.NoError(t, err)
	return binary
}

var (
	shared    string // a directory that lasts as long as the tests
	buildOnce = sync.OnceValues(func() (string, error) {
		binary := filepath.Join(shared, "bin", "learn.exe")
		if out, err := exec.Command("go", "build", "-trimpath", "-o", binary, ".").CombinedOutput(); err != nil {
			return "", fmt.Errorf("%w\n%s", err, out)
		}
		return binary, nil
	})
)

func TestMain(m *testing.M) {
	var err error
	if shared, err = os.MkdirTemp("", "learn"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(shared)
	os.Exit(code)
}

const (
	exercise = "01-backpressure/1-ride"
	solution = "solutions/01-backpressure/1-ride"
)

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(to, text, 0o600))
}

// A learner's way through one exercise, and what the command says at each
// step.
func TestFromTheStartToTheEnd(t *testing.T) {
	root, learn := small(t)
	file := filepath.Join(root, exercise, "ride.go")
	reference := filepath.Join(root, solution, "ride.go")

	out, code := learn()
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "1-ride       not started")
	assert.Contains(t, out, "open   01-backpressure/1-ride/ride.go")

	out, code = learn("test", "01")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "TestTheGuestAfterTheLastSeatIsTurnedAway")
	assert.Contains(t, out, "guest 11 is on a ride with 10 seats")
	assert.Contains(t, out, "0 of 1 finished")
	assert.Contains(t, out, `adds an "Error" below`, "the last line explains what make adds")
	for line := range strings.Lines(out) {
		assert.LessOrEqual(t, len([]rune(line)), 100, "a line too long: %s", line)
	}

	text, err := os.ReadFile(reference)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, text[:len(text)-5], 0o600))
	out, code = learn("test")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "ride.go does not compile")
	assert.Contains(t, out, "syntax error")
	out, code = learn()
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "does not compile")

	copyFile(t, reference, file)
	out, code = learn("test", "ride")
	assert.Equal(t, 0, code, out)
	assert.Contains(t, out, "All tests pass.")
	assert.Contains(t, out, "  go tool learn diff ride\n")
	assert.Contains(t, out, "Every exercise passes")
	out, code = learn()
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "Every exercise passes")
}

func TestCheckJudgesAnyFile(t *testing.T) {
	root, learn := small(t)
	out, code := learn("check", "ride", filepath.Join(root, solution, "testdata", "right", "mutex.go"))
	assert.Equal(t, 0, code, out)
	assert.Contains(t, out, "accepted:")
	out, code = learn("check", "ride", filepath.Join(root, solution, "testdata", "wrong", "unbuffered.go"))
	assert.Equal(t, 1, code, out)
	assert.Contains(t, out, "rejected:")
	assert.Contains(t, out, "guest 1 was turned away")
}

// What can't be done exits with 2 and says what can.
func TestBadInputGetsASentence(t *testing.T) {
	_, learn := small(t)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"dance"}, `there is no command "dance"`},
		{[]string{"--colour"}, "expected --color=always"},
		{[]string{"test", "sofa"}, `no chapter or exercise "sofa"`},
		{[]string{"test", "01", "02"}, "got 2"},
		{[]string{"check", "ride"}, "check takes an exercise and a file"},
		{[]string{"check", "01-backpressure/9-sofa", "x.go"}, "There are:\n  01-backpressure/1-ride"},
		{[]string{"check", "ride", "no-such.go"}, "can't read the answer"},
		{[]string{"check", "ride", "internal"}, "is a directory"},
		{[]string{"run"}, "run takes a chapter"},
		{[]string{"run", "07"}, "There are:\n  01-backpressure"},
		{[]string{"board", "ride"}, "board takes nothing but --json"},
	} {
		out, code := learn(c.args...)
		assert.Equal(t, 2, code, "%v: %s", c.args, out)
		assert.Contains(t, out, c.says, "%v", c.args)
	}
}

// Whoever pipes into head has read enough, and is told nothing.
func TestABrokenPipeEndsQuietly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no such signal")
	}
	read, write, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, read.Close())
	defer write.Close()
	var complaint strings.Builder
	cmd := exec.Command(builtCommand(t), "help")
	cmd.Stdout, cmd.Stderr = write, &complaint
	_ = cmd.Run()
	assert.Equal(t, brokenPipe, cmd.ProcessState.ExitCode())
	assert.Empty(t, complaint.String())
}

func TestWrapKeepsToTheWidthAndTheWords(t *testing.T) {
	text := "one goroutine writes while another reads the same memory, and nothing puts the two in order"
	wrapped := wrap(text, "  ")
	for line := range strings.Lines(wrapped) {
		assert.LessOrEqual(t, len(strings.TrimRight(line, "\n")), width)
		assert.True(t, strings.HasPrefix(line, "  "))
	}
	assert.Equal(t, strings.Fields(text), strings.Fields(wrapped))
	assert.Equal(t, "", wrap("", ""))
}

// A verdict of more than one line keeps to the width, too.
func TestALineKeepsItsIndentWhenItIsWrapped(t *testing.T) {
	assert.Equal(t, ""+
		"  busy loop: tasks.go:24 runs again and again, and nothing\n"+
		"  comes of it\n"+
		"      the test waits in the test's own code\n"+
		"      goroutine 12 (tasks.go:18) stands at tasks.go:20:\n"+
		"        results[i] = task()",
		wrapLines("busy loop: tasks.go:24 runs again and again, and nothing comes of it\n"+
			"    the test waits in the test's own code\n"+
			"    goroutine 12 (tasks.go:18) stands at tasks.go:20: results[i] = task()", "  "))
	assert.Equal(t, "  one\n  a  |  b", wrapLines("one\na  |  b", "  "), "a table that fits is left alone")
}
