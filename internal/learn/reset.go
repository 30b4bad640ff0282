package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"example.com/backpressure/internal/course"
)

// reset gives an exercise its start back. The learner's text is kept beside it,
// and with --back the two change places.
func (l *learner) reset(_ context.Context, args []string) (int, error) {
	back := len(args) > 0 && args[0] == "--back"
	if back {
		args = args[1:]
	}
	if len(args) != 1 {
		return unknown, errUsage{fmt.Sprintf("reset takes one exercise, as in \"go tool learn reset ride\", got %d", len(args))}
	}
	e, err := l.oneExercise("reset", args[0])
	if err != nil {
		return unknown, err
	}
	if back {
		return l.comeBack(e)
	}
	return l.beginAnew(e)
}

func (l *learner) beginAnew(e course.Exercise) (int, error) {
	if !e.Started() {
		fmt.Fprintf(l.out, "%s is as it began. Nothing was changed.\n", e.ID)
		return yes, nil
	}
	start, err := readText(e.Start())
	if err != nil {
		return unknown, fmt.Errorf("the start of %s can't be read, so nothing was changed: %w", e.ID, err)
	}
	highest, _, err := newestKept(e)
	if err != nil {
		return unknown, err
	}
	start.file = e.File()
	kept, err := exchange(e, []text{start}, highest+1)
	return l.tellExchange(e, "begins anew", kept, err)
}

func (l *learner) comeBack(e course.Exercise) (int, error) {
	highest, last, err := newestKept(e)
	if err != nil {
		return unknown, err
	}
	if len(last) == 0 {
		return unknown, fmt.Errorf("nothing of %s is kept, so nothing can come back", e.ID)
	}
	now, err := ownTexts(e)
	if err != nil {
		return unknown, err
	}
	if slices.EqualFunc(now, last, func(a, b text) bool { return a.file == b.file && bytes.Equal(a.body, b.body) }) {
		fmt.Fprintf(l.out, "%s is what was kept last. Nothing was changed.\n", e.ID)
		return yes, nil
	}
	kept, err := exchange(e, last, highest+1)
	return l.tellExchange(e, "is as it was", kept, err)
}

// tellExchange says what has become of an exercise, where the learner's text is
// now, and how it comes back.
func (l *learner) tellExchange(e course.Exercise, became string, kept []string, err error) (int, error) {
	if err == nil {
		fmt.Fprintf(l.out, "%s %s.\n", bold(e.ID), became)
	}
	if len(kept) > 0 {
		fmt.Fprintln(l.out, "Your text is kept in")
	}
	for _, file := range kept {
		fmt.Fprintf(l.out, "  %s\n", relative(e, file))
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return unknown, fmt.Errorf("%w\nThe directory has to be writable, and on Windows no other program may hold the file open.", err)
	case err != nil:
		return unknown, err
	case len(kept) > 0:
		fmt.Fprintf(l.out, "and comes back with\n  go tool learn reset --back %s\n", e.Package)
	}
	return yes, nil
}
