package main

import (
	"context"
	"fmt"
	"path"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// board shows each exercise with its state, and the next one with what to read
// and which file to open. An exercise whose file nobody has touched is not
// tested: its state is known.
func (l *learner) board(ctx context.Context, args []string) (int, error) {
	if len(args) > 0 {
		return unknown, errUsage{fmt.Sprintf("board takes no argument, got %q", args[0])}
	}
	var begun []course.Exercise
	for _, e := range l.course.Exercises() {
		if e.Started() {
			begun = append(begun, e)
		}
	}
	verdicts, err := l.judgeOwn(ctx, begun)
	if err != nil {
		return unknown, err
	}
	states := make(map[string]judge.Verdict)
	for _, v := range verdicts {
		states[v.Exercise.ID] = v
	}
	var next, deeper *course.Exercise
	for _, chapter := range l.course.Chapters {
		fmt.Fprintln(l.out, bold(chapter.Name))
		for _, e := range chapter.Exercises {
			verdict, tested := states[e.ID]
			fmt.Fprintln(l.out, line(e, verdict, tested))
			switch {
			case tested && verdict.Passed():
			case e.Deeper && deeper == nil:
				deeper = &e
			case !e.Deeper && next == nil:
				next = &e
			}
		}
		fmt.Fprintln(l.out)
	}
	l.caveat()
	if next == nil {
		next = deeper
	}
	if next == nil {
		fmt.Fprintln(l.out, pass("Every exercise passes. The park is yours."))
		return yes, nil
	}
	fmt.Fprintf(l.out, "Next: %s\n", bold(next.ID))
	fmt.Fprintf(l.out, "  read   %s\n", reading(*next))
	fmt.Fprintf(l.out, "  open   %s\n", path.Join(next.ID, next.Package+".go"))
	fmt.Fprintf(l.out, "  test   %s\n", testCommand(*next))
	return yes, nil
}

// line is what the board and the test say of one exercise.
func line(e course.Exercise, v judge.Verdict, tested bool) string {
	name := fmt.Sprintf("  %-12s ", e.Name())
	note := ""
	if e.Deeper {
		note = faint(" (deeper: you may skip it)")
	}
	failed := len(v.Failed())
	switch {
	case !tested:
		return "  " + name + "not started" + note
	case v.Passed():
		explored := ""
		if n := v.Schedules(); n > 0 {
			explored = faint(fmt.Sprintf(" in %s schedules", commas(n)))
		}
		return pass("✓ ") + name + pass("passes") + explored
	case len(v.Build) > 0:
		return fail("✗ ") + name + fail("does not compile") + note
	case failed == 0 && v.Race != nil:
		return fail("✗ ") + name + fail("a data race") + note
	default:
		state := fmt.Sprintf("%d of %d tests fail", failed, len(v.Tests))
		if failed == 1 {
			state = fmt.Sprintf("1 of %d tests fails", len(v.Tests))
		}
		return fail("✗ ") + name + fail(state) + note
	}
}

// reading says where the chapter speaks of the exercise.
func reading(e course.Exercise) string {
	file := path.Join(e.Chapter(), "README.md")
	if e.Heading != "" {
		return fmt.Sprintf("%s, “%s”", file, e.Heading)
	}
	return file
}

// testCommand is the line that tests one exercise.
func testCommand(e course.Exercise) string { return "go tool learn test " + e.Package }

// caveat says once what the verdicts above could not see.
func (l *learner) caveat() {
	if tools := l.judge.Tools(); !tools.Race {
		l.paragraph("Note: data races go unseen here. "+capital(tools.Why)+". Everything else is tested.", "")
		fmt.Fprintln(l.out)
	}
}
