package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// keys are what a watch listens to.
const keys = "h hint · s section · r run · d diff · v all\n" +
	"n next · p previous · b board · q quit\n" +
	"Type a letter, then Enter."

// press does what a key asks for.
func (w *watch) press(ctx context.Context, key string, typed <-chan string) error {
	page := w.page
	w.page, w.whole = "", false
	switch key {
	case "":
	case "h":
		w.show(w.nextHint)
	case "s":
		w.show(w.section)
	case "d":
		w.show(func() (int, error) { return w.diff(ctx, []string{w.exercise.Package}) })
	case "v":
		w.page, w.whole = page, true
		if page == "" && w.result != nil && w.result.err == nil {
			w.page = w.told + w.printed(func() { w.outputs(w.result.verdict) })
		}
	case "b":
		w.screen.status("testing all that you have begun …")
		w.show(func() (int, error) {
			states, err := w.states(ctx)
			if err == nil {
				w.printBoard(states)
			}
			return yes, err
		})
	case "n", "p":
		w.turn(ctx, key)
	case "r":
		return w.perform(ctx, typed)
	default:
		w.page = fmt.Sprintf("%q is no key here.\n", key)
	}
	return nil
}

// show puts what a command prints, or its error, in the place of the verdict.
func (w *watch) show(command func() (int, error)) {
	w.stop() // the judge has one thing to do at a time
	w.page = w.printed(func() {
		if _, err := command(); err != nil {
			fmt.Fprintln(w.out, err)
		}
	})
}

// nextHint shows one hint more than before, the last one again at the end.
func (w *watch) nextHint() (int, error) {
	hints, err := w.exercise.Hints()
	if err != nil {
		return unknown, err
	}
	w.hints = min(w.hints+1, len(hints))
	text, err := hintText(w.exercise, w.hints)
	if err != nil {
		return unknown, err
	}
	fmt.Fprintf(w.out, "%s\n\nThat was hint %d of %d; ", text, w.hints, len(hints))
	if w.hints < len(hints) {
		fmt.Fprintln(w.out, "h shows the next one.")
	} else {
		fmt.Fprintln(w.out, "there is no further one.")
	}
	return yes, nil
}

// section shows what the chapter says of the exercise, without the hints.
func (w *watch) section() (int, error) {
	text, err := w.exercise.Text()
	if err != nil {
		return unknown, err
	}
	fmt.Fprintf(w.out, "%s\n\n%s\n", bold(w.exercise.Heading), terminalText(text, ""))
	return yes, nil
}

// turn goes to the next exercise, or to the one before.
func (w *watch) turn(ctx context.Context, key string) {
	all := w.course.Exercises()
	i := slices.IndexFunc(all, func(e course.Exercise) bool { return e.ID == w.exercise.ID })
	step := 1
	if key == "p" {
		step = -1
	}
	if i+step < 0 || i+step >= len(all) {
		w.page = "There is no exercise beyond this one.\n"
		return
	}
	w.stop()
	w.exercise = all[i+step]
	w.begin(ctx)
}

// perform runs the chapter's program, and waits for Enter when it is over.
func (w *watch) perform(ctx context.Context, typed <-chan string) error {
	chapter, err := w.course.Chapter(w.exercise.Chapter())
	if err != nil {
		return err
	}
	w.stop()
	w.screen.clear()
	nothing, err := os.Open(os.DevNull) // what is typed is for the watch
	if err != nil {
		return err
	}
	defer nothing.Close()
	stdin := w.stdin
	w.stdin = nothing
	_, err = w.play(ctx, chapter, judge.Learners, nil)
	w.stdin = stdin
	if err != nil {
		fmt.Fprintln(w.out, err)
	}
	fmt.Fprint(w.out, "\nEnter: back. ")
	select {
	case <-typed:
	case <-ctx.Done():
	}
	return nil
}
