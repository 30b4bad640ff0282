package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"example.com/backpressure/internal/judge"
)

// A testRun is one run of an exercise's tests.
type testRun struct {
	began  time.Time
	test   atomic.Pointer[string] // the test that runs, nil while the compiler works
	cancel context.CancelFunc
	over   chan outcome
}

// An outcome is what a run came to.
type outcome struct {
	verdict judge.Verdict
	err     error
}

// test starts a run on the files as they are now, and puts an end to the one
// that they make stale.
func (w *watch) test(ctx context.Context, now []byte) {
	w.stop()
	w.saved, w.page, w.whole = now, "", false
	ctx, cancel := context.WithCancel(ctx)
	run := &testRun{began: time.Now(), cancel: cancel, over: make(chan outcome, 1)}
	w.run = run
	w.judge.Progress = func(_, test string) { run.test.Store(&test) }
	answer := judge.Answer{Exercise: w.exercise}
	go func() {
		verdicts, err := w.judge.Answers(ctx, answer)
		o := outcome{err: err}
		if err == nil {
			o.verdict = verdicts[0]
		}
		run.over <- o
	}()
	w.draw()
}

// stop ends the run under way, with all the processes that it started.
func (w *watch) stop() {
	if w.run == nil {
		return
	}
	w.run.cancel()
	<-w.run.over
	w.run = nil
}

// over returns the channel on which the run under way tells its outcome.
func (w *watch) over() <-chan outcome {
	if w.run == nil {
		return nil
	}
	return w.run.over
}

// progress says what goes on.
func (w *watch) progress() string {
	if w.run == nil {
		return ""
	}
	what := "compiling"
	if test := w.run.test.Load(); test != nil && *test != "" {
		what = *test
	}
	return fmt.Sprintf("%s … %d s", what, int(time.Since(w.run.began).Seconds()))
}
