package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// board shows each exercise with its state, and the next one with what to read
// and which file to open; with --json the same for programs.
func (l *learner) board(ctx context.Context, args []string) (int, error) {
	asJSON := len(args) == 1 && args[0] == "--json"
	if len(args) > 0 && !asJSON {
		return unknown, errUsage{fmt.Sprintf("board takes nothing but --json, got %q", strings.Join(args, " "))}
	}
	states, err := l.states(ctx)
	if err != nil {
		return unknown, err
	}
	if asJSON {
		return yes, l.printJSON(states)
	}
	l.printBoard(states)
	return yes, nil
}

// states returns the verdicts on the learner's own answers by the exercise's
// ID. An exercise whose file nobody has touched is not tested, and not among
// them: its state is known.
func (l *learner) states(ctx context.Context) (map[string]judge.Verdict, error) {
	var begun []course.Exercise
	for _, e := range l.course.Exercises() {
		if e.Started() {
			begun = append(begun, e)
		}
	}
	states := make(map[string]judge.Verdict)
	return states, l.addTo(ctx, states, begun)
}

// addTo adds the verdicts on exercises to states.
func (l *learner) addTo(ctx context.Context, states map[string]judge.Verdict, exercises []course.Exercise) error {
	verdicts, err := l.judgeOwn(ctx, exercises)
	for _, v := range verdicts {
		states[v.Exercise.ID] = v
	}
	return err
}

// next returns the first exercise that does not pass: one that later ones
// build on, or else a deeper one. It returns false when all pass.
func (l *learner) next(states map[string]judge.Verdict) (next course.Exercise, ok bool) {
	return unfinished(l.course.Exercises(), states)
}

// unfinished returns the first of some exercises that does not pass, as next does.
func unfinished(exercises []course.Exercise, states map[string]judge.Verdict) (next course.Exercise, ok bool) {
	for _, e := range exercises {
		passed := states[e.ID].Passed()
		switch {
		case !passed && !e.Deeper:
			return e, true
		case !passed && !ok:
			next, ok = e, true
		}
	}
	return next, ok
}

func (l *learner) printBoard(states map[string]judge.Verdict) {
	for _, chapter := range l.course.Chapters {
		fmt.Fprintln(l.out, bold(chapter.Name))
		for _, e := range chapter.Exercises {
			verdict, tested := states[e.ID]
			fmt.Fprintln(l.out, line(e, verdict, tested))
		}
		fmt.Fprintln(l.out)
	}
	l.caveat()
	next, ok := l.next(states)
	if !ok {
		fmt.Fprintln(l.out, pass("Every exercise passes. The park is yours."))
		return
	}
	l.goOn(next)
}

// goOn says what comes next.
func (l *learner) goOn(next course.Exercise) {
	fmt.Fprintf(l.out, "Next: %s\n", bold(next.ID))
	l.pointers(next)
	fmt.Fprintf(l.out, "  test   %s\n", testCommand(next))
}

// after returns what to do after an exercise that passes: what is left of its
// chapter, from there on and then from the chapter's beginning, and only then of
// the whole course. The deeper ones come last, as on the board. Of those that
// have been begun it tests what it needs to know; states holds what it knows.
func (l *learner) after(ctx context.Context, e course.Exercise, states map[string]judge.Verdict) (next course.Exercise, ok bool, err error) {
	chapter, err := l.course.Chapter(e.Chapter())
	if err != nil {
		return course.Exercise{}, false, err
	}
	i := slices.IndexFunc(chapter.Exercises, func(other course.Exercise) bool { return other.ID == e.ID })
	near := slices.Concat(chapter.Exercises[i+1:], chapter.Exercises[:i+1])
	for _, some := range [][]course.Exercise{near, l.course.Exercises()} {
		var begun []course.Exercise
		for _, e := range some {
			if _, known := states[e.ID]; !known && e.Started() {
				begun = append(begun, e)
			}
		}
		if err := l.addTo(ctx, states, begun); err != nil {
			return course.Exercise{}, false, err
		}
		if next, ok = unfinished(some, states); ok && !next.Deeper {
			break
		}
	}
	return next, ok, nil
}

// pointers says what to read and to open for an exercise.
func (l *learner) pointers(e course.Exercise) {
	fmt.Fprintf(l.out, "  read   %s\n", reading(e))
	fmt.Fprintf(l.out, "  open   %s\n", l.short(e.File()))
}

// An entry is what "board --json" says of one exercise.
type entry struct {
	Exercise  string   `json:"exercise"` // "01-backpressure/1-ride"
	File      string   `json:"file"`     // the learner's, as seen from the course's root
	Reading   string   `json:"reading"`
	Deeper    bool     `json:"deeper"` // nothing later needs it
	State     string   `json:"state"`  // "not started", "does not compile", "failing" or "passing"
	Tests     int      `json:"tests"`  // how many were run
	Failed    []string `json:"failed"`
	Race      bool     `json:"race"`      // a data race was seen
	Schedules int      `json:"schedules"` // how many were gone through
	Next      bool     `json:"next"`      // it is the one to do next
}

func (l *learner) printJSON(states map[string]judge.Verdict) error {
	next, ok := l.next(states)
	entries := []entry{}
	for _, e := range l.course.Exercises() {
		v, tested := states[e.ID]
		entries = append(entries, entry{
			Exercise: e.ID, File: l.short(e.File()), Reading: reading(e), Deeper: e.Deeper, State: stateOf(v, tested),
			Tests: len(v.Tests), Failed: append([]string{}, v.Failed()...), Race: v.Race != nil,
			Schedules: v.Schedules(), Next: ok && e.ID == next.ID,
		})
	}
	encoder := json.NewEncoder(l.out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(entries)
}

func stateOf(v judge.Verdict, tested bool) string {
	switch {
	case !tested:
		return "not started"
	case v.Passed():
		return "passing"
	case len(v.Build) > 0:
		return "does not compile"
	default:
		return "failing"
	}
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
