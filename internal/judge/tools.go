package judge

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"example.com/backpressure/internal/course"
)

// Tools is what this machine has to judge with.
type Tools struct {
	Go      string // version of the go command, "go1.26.8"
	Race    bool   // the race detector can be used
	Why     string // when it can't be used: the reason, in a sentence
	root    string
	temp    string   // where temporary files belong, "" for the system's usual place
	leaveIn string   // where the commands leave theirs
	environ []string // added to that of each command
}

// findTools asks the go command what it can do.
func findTools(root string) (Tools, error) {
	if _, err := exec.LookPath("go"); err != nil {
		return Tools{}, fmt.Errorf("there is no go command on the PATH: install Go from https://go.dev/dl and open a new terminal")
	}
	t := Tools{root: root}
	out, err := t.command(context.Background(), "env", "GOVERSION", "CGO_ENABLED", "CC", "GOTMPDIR").Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && len(exit.Stderr) > 0 {
			err = errors.New(strings.TrimSpace(string(exit.Stderr))) // in its own words: an old version, for one
		}
		return Tools{}, fmt.Errorf("the go command does not work here. It says:\n%w", err)
	}
	lines := strings.Split(strings.ReplaceAll(string(out), "\r\n", "\n"), "\n")
	if len(lines) < 4 {
		return Tools{}, fmt.Errorf("\"go env\" answers in %d lines, expected four", len(lines))
	}
	t.Go = lines[0]
	t.Why = noRace(lines[1], lines[2])
	t.Race = t.Why == ""
	t.temp = lines[3]
	t.sweep()
	return t, nil
}

// leavingIn returns tools whose commands leave their temporary files in dir: a
// go command that is killed has no time to remove them.
func (t Tools) leavingIn(dir string) Tools {
	t.leaveIn = dir
	return t
}

// prefix begins the names of the judge's own temporary directories.
const prefix = "backpressure-"

// tempDir makes a temporary directory. It lies where those of the go command
// do, because what it builds is run there, which not every place allows.
func (t Tools) tempDir(what string) (string, error) {
	dir, err := os.MkdirTemp(t.temp, prefix+what+"-")
	if err != nil {
		return "", fmt.Errorf("can't write a temporary file: %w", err)
	}
	return dir, nil
}

// sweep removes the temporary directories of judges that had no time for it
// because they were killed. Nobody works on an answer for a whole day, so those
// that old are nobody's any more.
func (t Tools) sweep() {
	left, err := course.Files(cmp.Or(t.temp, os.TempDir()), prefix+"*")
	if err != nil {
		return
	}
	for _, dir := range left {
		if info, err := os.Lstat(dir); err == nil && info.IsDir() && time.Since(info.ModTime()) > 24*time.Hour {
			_ = os.RemoveAll(dir)
		}
	}
}

// noRace says why the race detector can't be used, or "" when it can: it
// needs cgo, and cgo a C compiler.
func noRace(cgo, compiler string) string {
	if cgo != "1" {
		return "cgo is off (CGO_ENABLED=0), and the race detector needs it"
	}
	name, _, _ := strings.Cut(compiler, " ")
	if _, err := exec.LookPath(name); err != nil {
		return fmt.Sprintf("there is no C compiler (%q), and the race detector needs one", name)
	}
	return ""
}

// Cold reports whether the standard library is still to be compiled here, which
// takes a minute or two once on a machine: as tests are compiled, or as programs.
func (t Tools) Cold(ctx context.Context, tests bool) bool {
	args := []string{"list", "-f", "{{.Stale}}"}
	if tests {
		args = append(args, "-trimpath") // see overlay.flags
	}
	if tests && t.Race {
		args = append(args, "-race")
	}
	// It builds on nearly all that the course needs, and so is compiled late.
	out, err := t.command(ctx, append(args, "net/http")...).Output()
	return err == nil && strings.TrimSpace(string(out)) == "true"
}

// command returns a go command, as program has it.
func (t Tools) command(ctx context.Context, args ...string) *exec.Cmd {
	return t.program(ctx, "go", args...)
}

// program returns a command that runs in the course's root and is killed, with
// all that it started, when ctx ends.
func (t Tools) program(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = t.root
	// Otherwise every program built with -race sleeps a second at its end, and
	// ends badly after a race; see overlay.testMain for why it should not.
	race := "atexit_sleep_ms=0 exitcode=0"
	if set := os.Getenv("GORACE"); set != "" {
		race = set + " " + race
	}
	cmd.Env = append(append(os.Environ(), "GORACE="+race), t.environ...)
	if t.Why != "" { // else what can be built with a C compiler must be
		cmd.Env = append(cmd.Env, "CGO_ENABLED=0")
	}
	if t.leaveIn != "" {
		cmd.Env = append(cmd.Env, "GOTMPDIR="+t.leaveIn)
	}
	ownGroup(cmd)
	cmd.WaitDelay = 2 * time.Second
	return cmd
}
