package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// everySoOften is how often the files are looked at. Polling sees every save: a
// watch on a file is dead once an editor has put another in its place, and some
// file systems send no events at all.
const everySoOften = 100 * time.Millisecond

// A watch is the learner's loop: one exercise, the verdict on its last save, and
// keys. A key is a letter and Enter, so the terminal keeps its modes, and there
// is nothing to restore, however the program ends.
type watch struct {
	*learner
	screen   screen
	exercise course.Exercise
	saved    []byte   // the exercise's files as they were last tested
	run      *testRun // the one under way, nil when there is none
	result   *outcome // of the last run, nil before the first
	told     string   // what that says, with the lines as they were then
	page     string   // what a key asked for, in the place of the verdict
	whole    bool     // it is shown whole, even when the window is too small
	hints    int      // how many were shown
}

// watch tests an exercise each time its files change, until the learner quits.
func (l *learner) watch(ctx context.Context, args []string) (int, error) {
	if !isTerminal(os.Stdin) || !isTerminal(os.Stdout) {
		return unknown, errors.New("watch needs a terminal to show and to read: \"go tool learn test\" tests once")
	}
	w := &watch{learner: l, screen: screen{w: l.out, rows: terminalRows}}
	switch len(args) {
	case 0:
		states, err := l.states(ctx)
		if err != nil {
			return unknown, err
		}
		e, ok := l.next(states)
		if !ok {
			l.printBoard(states)
			return yes, nil
		}
		w.exercise = e
	case 1:
		e, err := l.oneExercise("watch", args[0])
		if err != nil {
			return unknown, err
		}
		w.exercise = e
	default:
		return unknown, errUsage{fmt.Sprintf("watch takes one exercise, got %d", len(args))}
	}
	w.screen.begin()
	w.begin(ctx)
	defer func() { w.stop() }()
	return w.loop(ctx, lines(l.stdin))
}

// lines sends what is read, line by line, and ends with the reader.
func lines(r io.Reader) <-chan string {
	read := make(chan string)
	go func() {
		defer close(read)
		for scanner := bufio.NewScanner(r); scanner.Scan(); {
			read <- strings.TrimSpace(scanner.Text())
		}
	}()
	return read
}

func (w *watch) loop(ctx context.Context, typed <-chan string) (int, error) {
	ticker := time.NewTicker(everySoOften)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			fmt.Fprintln(w.out)
			return yes, nil
		case key, ok := <-typed:
			if !ok || key == "q" {
				return yes, nil
			}
			if err := w.press(ctx, key, typed); err != nil {
				return unknown, err
			}
			w.draw()
		case <-ticker.C:
			if now := w.files(); !bytes.Equal(now, w.saved) {
				w.test(ctx, now)
			}
			w.screen.status(w.progress())
		case o := <-w.over():
			w.run = nil
			w.result, w.told = &o, w.printed(func() { w.tell(o) })
			w.draw()
		}
	}
}

// begin turns to the exercise.
func (w *watch) begin(ctx context.Context) {
	w.result, w.told, w.hints = nil, "", 0
	w.test(ctx, w.files())
}

// files returns the content of the exercise's files.
func (w *watch) files() []byte {
	var all []byte
	files, _ := filepath.Glob(filepath.Join(w.exercise.Dir(), "*.go"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil { // it is being saved; the next look will find it
			return w.saved
		}
		all = slices.Concat(all, []byte(file), []byte{0}, text)
	}
	return all
}

// draw shows the verdict, or the page that a key asked for, above the keys.
func (w *watch) draw() {
	body := w.page
	if body == "" {
		body = w.told
	}
	if body == "" {
		body = bold(w.exercise.ID) + "\n\n"
	}
	foot := w.printed(func() {
		w.pointers(w.exercise)
		fmt.Fprintln(w.out, faint(keys))
	})
	w.screen.draw(body, foot, w.whole)
	w.screen.status(w.progress())
}

// tell shows what became of a run.
func (w *watch) tell(o outcome) {
	if o.err != nil {
		fmt.Fprintln(w.out, o.err)
		return
	}
	w.verdict(o.verdict)
}

// verdict shows what the tests said of the exercise.
func (w *watch) verdict(v judge.Verdict) {
	if !v.Passed() {
		w.failure(v, v.Exercise.File())
	}
	fmt.Fprintln(w.out, line(v.Exercise, v, true))
	w.remarks(v)
	if v.Passed() {
		fmt.Fprintln(w.out, "\n  d shows other right answers, n goes on.")
	}
	fmt.Fprintln(w.out)
}

// printed returns what f prints.
func (w *watch) printed(f func()) string {
	var text bytes.Buffer
	out := w.out
	w.out = &text
	defer func() { w.out = out }()
	f()
	return text.String()
}
