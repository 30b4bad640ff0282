package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// test judges the learner's own answers, shows the first failing test of the
// first unfinished exercise in full, and a line for each exercise; with -v every
// unfinished exercise, and all that the tests printed.
func (l *learner) test(ctx context.Context, args []string) (int, error) {
	everything := len(args) > 0 && args[0] == "-v"
	if everything {
		args = args[1:]
	}
	exercises := l.course.Exercises()
	switch len(args) {
	case 0:
	case 1:
		found, err := l.course.Find(args[0])
		if err != nil {
			return unknown, err
		}
		exercises = found
	default:
		return unknown, errUsage{fmt.Sprintf("test takes one chapter or exercise, got %d", len(args))}
	}
	verdicts, err := l.judgeOwn(ctx, exercises)
	if err != nil {
		return unknown, err
	}
	left := 0
	for _, v := range verdicts {
		if v.Passed() {
			continue
		}
		if left == 0 || everything {
			l.failure(v, v.Exercise.File())
		}
		left++
	}
	if everything {
		for _, v := range verdicts {
			l.outputs(v)
		}
	}
	for _, v := range verdicts {
		fmt.Fprintln(l.out, line(v.Exercise, v, true))
	}
	for _, v := range verdicts {
		l.remarks(v)
	}
	fmt.Fprintln(l.out)
	l.caveat()
	if left == 0 {
		return yes, l.praise(ctx, verdicts)
	}
	l.paragraph(fmt.Sprintf("%d of %d finished. (When make adds an \"Error\" below, that means: not finished yet.)", len(verdicts)-left, len(verdicts)), "")
	return notYet, nil
}

// praise says what there is to do after the tests of some exercises pass: to see
// how others have answered, and to go on.
func (l *learner) praise(ctx context.Context, verdicts []judge.Verdict) error {
	states := make(map[string]judge.Verdict)
	for _, v := range verdicts {
		states[v.Exercise.ID] = v
	}
	last := verdicts[len(verdicts)-1].Exercise
	others := "Other right answers, beside yours:"
	if len(verdicts) > 1 {
		others = "Other right answers, beside each of yours, as in"
	}
	fmt.Fprintf(l.out, "%s %s\n  go tool learn diff %s\n\n", pass("All tests pass."), others, last.Package)
	next, ok, err := l.after(ctx, last, states)
	switch {
	case err != nil:
		return err
	case ok:
		l.goOn(next)
	default:
		fmt.Fprintln(l.out, pass("Every exercise passes. The park is yours."))
	}
	return nil
}

// check judges any file as the answer to an exercise.
func (l *learner) check(ctx context.Context, args []string) (int, error) {
	if len(args) != 2 {
		return unknown, errUsage{fmt.Sprintf("check takes an exercise and a file, got %d arguments", len(args))}
	}
	e, err := l.oneExercise("check", args[0])
	if err != nil {
		return unknown, err
	}
	file, err := filepath.Abs(args[1])
	if err != nil {
		return unknown, err
	}
	if info, err := os.Stat(file); err != nil {
		return unknown, fmt.Errorf("can't read the answer: %w", err)
	} else if info.IsDir() {
		return unknown, fmt.Errorf("%s is a directory: check takes one Go file", args[1])
	}
	verdicts, err := l.ask(ctx, []judge.Answer{{Exercise: e, File: file}})
	if err != nil {
		return unknown, err
	}
	v := verdicts[0]
	if !v.Passed() {
		l.failure(v, file)
	}
	l.remarks(v)
	l.caveat()
	if v.Passed() {
		fmt.Fprintf(l.out, "%s %s answers %s.\n", pass("accepted:"), args[1], e.ID)
		return yes, nil
	}
	fmt.Fprintf(l.out, "%s %s does not answer %s.\n", fail("rejected:"), args[1], e.ID)
	return notYet, nil
}

// oneExercise returns the exercise that a learner means by name. The error says
// what there is, or that the command takes one exercise and not a chapter.
func (l *learner) oneExercise(command, name string) (course.Exercise, error) {
	found, err := l.course.Find(name)
	if err != nil {
		return course.Exercise{}, err
	}
	if chapter, err := l.course.Chapter(name); err == nil || len(found) != 1 {
		return course.Exercise{}, errUsage{fmt.Sprintf("%q is the whole chapter %s: %s takes one exercise", name, chapter.Name, command)}
	}
	return found[0], nil
}

func (l *learner) judgeOwn(ctx context.Context, exercises []course.Exercise) ([]judge.Verdict, error) {
	var answers []judge.Answer
	for _, e := range exercises {
		answers = append(answers, judge.Answer{Exercise: e})
	}
	return l.ask(ctx, answers)
}

// ask has the answers judged, and shows meanwhile that something moves.
func (l *learner) ask(ctx context.Context, answers []judge.Answer) ([]judge.Verdict, error) {
	if len(answers) == 0 {
		return nil, nil
	}
	p := startProgress(l.err, func() bool { return l.judge.Tools().Cold(ctx, true) })
	defer p.stop()
	l.judge.Progress = p.note
	return l.judge.Answers(ctx, answers...)
}
