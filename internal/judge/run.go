package judge

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/watch"
)

// A run is one process of "go test -json" over one or more exercises, and what
// it said of each.
type run struct {
	judge   *Judge
	overlay overlay
	only    []string // the tests to run; nil means all
	hurried bool     // the answer has been found to hang or crash before

	mu        sync.Mutex           // guards what follows while the command runs
	exercises map[string]*exercise // by ID
	builds    map[string][]string  // what the compiler said, by what it could not build
	stopped   bool
}

// exercise is what a run said of one exercise.
type exercise struct {
	tests   map[string]*testRun
	build   []string // lines of the compiler, when it stopped there
	outside []string // lines that belong to no test
	printed int      // bytes
	flooded bool     // it printed more than it may
	hung    bool     // a test said nothing for too long
	silence *time.Timer
	cut     bool // it was stopped before its end, through no fault of its own
	ended   bool
}

type testRun struct {
	lines  []string
	result string // "pass", "fail", "skip", or "" while it runs
}

func (r *run) exercise(id string) *exercise {
	e := r.exercises[id]
	if e == nil {
		e = &exercise{tests: make(map[string]*testRun)}
		r.exercises[id] = e
	}
	return e
}

// all runs the tests of the answers' exercises and collects what they say.
func (r *run) all(ctx context.Context, answers []Answer) error {
	r.exercises, r.builds = make(map[string]*exercise), make(map[string][]string)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := r.command(ctx, answers)
	patience := watch.Patient
	if r.hurried {
		patience = watch.Hurried
	}
	cmd.Env = append(cmd.Env, watch.Variable+"="+patience)
	if w := r.judge.Width; w > 0 {
		cmd.Env = append(cmd.Env, step.PictureWidth+"="+strconv.Itoa(w))
	}
	var complaint bytes.Buffer
	cmd.Stderr = &limitedWriter{w: &complaint, left: 64 << 10}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("the go command does not start: %w", err)
	}
	heard := r.listen(stdout, stop)
	err = cmd.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, answer := range answers {
		e := r.exercise(answer.Exercise.ID) // which may have said nothing yet
		e.listenFor(0, nil)
		e.cut = r.stopped && !e.flooded && !e.hung && !e.ended
	}
	if ctx.Err() != nil && !r.stopped {
		return context.Cause(ctx)
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && !r.stopped {
		return fmt.Errorf("the go command did not end well: %w", err)
	}
	// A go.mod that can't be read, a module that can't be had: nothing on
	// standard output, and the reason on standard error.
	if !heard {
		return fmt.Errorf("the go command could not run the tests:\n%s", strings.TrimSpace(complaint.String()))
	}
	return nil
}

// command is "go test", or the program that it would have built.
func (r *run) command(ctx context.Context, answers []Answer) *exec.Cmd {
	if r.overlay.built != "" {
		return r.builtCommand(ctx, answers[0])
	}
	args := append([]string{"test", "-json", "-timeout=" + timeout.String()}, r.overlay.flags()...)
	if r.judge.Fresh {
		args = append(args, "-count=1")
	}
	if r.only != nil {
		args = append(args, "-run="+r.pattern())
	}
	for _, answer := range answers {
		args = append(args, "./"+answer.Exercise.ID)
	}
	return r.overlay.tools.command(ctx, args...)
}

// pattern matches the tests to run.
func (r *run) pattern() string { return "^(" + strings.Join(r.only, "|") + ")$" }

// event is a line of "go test -json"; see "go doc test2json".
type event struct {
	Action      string
	Package     string
	ImportPath  string // of a build event
	FailedBuild string // the ImportPath that kept the package from being tested
	Test        string
	Output      string
}

// listen reads the stream to its end and reports whether there was anything in
// it. It calls stop when an exercise prints more than it may.
func (r *run) listen(stream io.Reader, stop func()) (heard bool) {
	lines := bufio.NewReader(stream)
	for {
		line, err := lines.ReadBytes('\n')
		var e event
		if json.Unmarshal(line, &e) == nil && e.Action != "" {
			heard = true
			r.note(e, stop)
		}
		if err != nil {
			return heard
		}
	}
}

func (r *run) note(e event, stop func()) {
	id, ok := strings.CutPrefix(e.Package, r.judge.course.Module+"/")
	r.mu.Lock()
	defer r.mu.Unlock()
	if e.Action == "build-output" {
		r.builds[e.ImportPath] = append(r.builds[e.ImportPath], strings.TrimRight(e.Output, "\r\n"))
	}
	if !ok || r.stopped {
		return
	}
	x := r.exercise(id)
	alarm := func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if !r.stopped && !x.ended {
			x.hung, r.stopped = true, true
			stop()
		}
	}
	if e.Test == "" {
		switch e.Action {
		case "start":
			x.listenFor(longSilence, alarm)
		case "output":
			x.outside = append(x.outside, strings.TrimRight(e.Output, "\r\n"))
			x.printed += len(e.Output)
		case "pass", "fail", "skip":
			x.ended = true
			x.build = r.builds[e.FailedBuild]
			x.listenFor(0, nil)
			r.progress(id, "")
		}
	} else {
		name, _, _ := strings.Cut(e.Test, "/")
		t := x.tests[name]
		if t == nil {
			t = &testRun{}
			x.tests[name] = t
		}
		switch e.Action {
		case "run":
			r.progress(id, name)
			x.listenFor(longSilence, alarm)
		case "output":
			line := strings.TrimRight(e.Output, "\r\n")
			if line == step.StillExploring {
				x.listenFor(longSilence, alarm)
				break
			}
			t.lines = append(t.lines, line)
			x.printed += len(e.Output)
		case "pass", "fail", "skip":
			if name == e.Test {
				t.result = e.Action
			}
		}
	}
	if x.printed > maximalOutput {
		x.flooded, r.stopped = true, true
		stop()
	}
}

// listenFor calls alarm unless it is called again within d; zero means no alarm.
func (x *exercise) listenFor(d time.Duration, alarm func()) {
	if x.silence != nil {
		x.silence.Stop()
	}
	if d > 0 {
		x.silence = time.AfterFunc(d, alarm)
	}
}

func (r *run) progress(exercise, test string) {
	r.judge.telling.Lock()
	defer r.judge.telling.Unlock()
	if r.judge.Progress != nil {
		r.judge.Progress(exercise, test)
	}
}

// limitedWriter passes on the first bytes it gets and swallows the rest.
type limitedWriter struct {
	w    io.Writer
	left int
}

func (l *limitedWriter) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	if _, err := l.w.Write(p[:n]); err != nil {
		return 0, err
	}
	return len(p), nil
}
