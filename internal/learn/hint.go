package main

import (
	"context"
	"fmt"
	"strconv"

	"example.com/backpressure/internal/course"
)

// hint shows one of an exercise's hints: the first, or the one whose number is
// asked for.
func (l *learner) hint(ctx context.Context, args []string) (int, error) {
	n := 1
	if len(args) > 0 {
		// "01" is a chapter, "1" is a number.
		if number, err := strconv.Atoi(args[len(args)-1]); err == nil && args[len(args)-1][0] != '0' {
			n, args = number, args[:len(args)-1]
		}
	}
	var e course.Exercise
	var err error
	switch len(args) {
	case 0:
		states, err := l.states(ctx)
		if err != nil {
			return unknown, err
		}
		var left bool
		if e, left = l.next(states); !left {
			fmt.Fprintln(l.out, "Every exercise passes: there is nothing to hint at.")
			l.paragraph("\"go tool learn hint ride\" shows the hints of one all the same.", "")
			return yes, nil
		}
	case 1:
		e, err = l.oneExercise("hint", args[0])
	default:
		return unknown, errUsage{"hint takes an exercise and a number, as in \"go tool learn hint ride 2\""}
	}
	if err != nil {
		return unknown, err
	}
	text, err := hintText(e, n)
	if err != nil {
		return unknown, err
	}
	fmt.Fprintf(l.out, "%s\n\n%s\n\n", bold(e.ID), text)
	hints, err := e.Hints()
	if err != nil {
		return unknown, err
	}
	if n < len(hints) {
		l.paragraph(fmt.Sprintf("That was hint %d of %d. \"go tool learn hint %s %d\" shows the next one.", n, len(hints), e.Package, n+1), "")
	} else {
		l.paragraph(fmt.Sprintf("That was the last hint. \"go tool learn diff --spoil %s\" compares your file with an answer.", e.Package), "")
	}
	return yes, nil
}

// hintText returns hint n of an exercise, counted from 1, set for a terminal:
// its title, an empty line, and its text in lines of at most width columns,
// without a line break at the end. The lines of code in it may be longer. The
// error says that there is no such hint, or what is wrong with the chapter.
func hintText(e course.Exercise, n int) (string, error) {
	hints, err := e.Hints()
	if err != nil {
		return "", err
	}
	if n < 1 || n > len(hints) {
		return "", errUsage{fmt.Sprintf("there is no hint %d: %s has %d", n, e.ID, len(hints))}
	}
	hint := hints[n-1]
	return bold(hint.Title) + "\n\n" + terminalText(hint.Text, "  "), nil
}
