package main

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// test judges the learner's own answers, shows the first failing test of the
// first unfinished exercise in full, and a line for each exercise.
func (l *learner) test(ctx context.Context, args []string) (int, error) {
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
		if left == 0 {
			l.failure(v, path.Join(v.Exercise.ID, v.Exercise.Package+".go"))
		}
		left++
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
		fmt.Fprintf(l.out, "%s \"go tool learn\" shows what is next.\n", pass("All tests pass."))
		return yes, nil
	}
	l.paragraph(fmt.Sprintf("%d of %d finished. (When make adds an \"Error\" below, that means: not finished yet.)", len(verdicts)-left, len(verdicts)), "")
	return notYet, nil
}

// check judges any file as the answer to an exercise.
func (l *learner) check(ctx context.Context, args []string) (int, error) {
	if len(args) != 2 {
		return unknown, errUsage{fmt.Sprintf("check takes an exercise and a file, got %d arguments", len(args))}
	}
	found, err := l.course.Find(args[0])
	if err != nil {
		return unknown, err
	}
	if len(found) != 1 {
		return unknown, errUsage{fmt.Sprintf("%q is a whole chapter: check takes one exercise", args[0])}
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
	verdicts, err := l.ask(ctx, []judge.Answer{{Exercise: found[0], File: file}})
	if err != nil {
		return unknown, err
	}
	v := verdicts[0]
	if !v.Passed() {
		l.failure(v, args[1])
	}
	l.remarks(v)
	l.caveat()
	if v.Passed() {
		fmt.Fprintf(l.out, "%s %s answers %s.\n", pass("accepted:"), args[1], found[0].ID)
		return yes, nil
	}
	fmt.Fprintf(l.out, "%s %s does not answer %s.\n", fail("rejected:"), args[1], found[0].ID)
	return notYet, nil
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
	p := startProgress(l.err)
	defer p.stop()
	l.judge.Progress = p.note
	return l.judge.Answers(ctx, answers...)
}

// failure shows what is wrong with an answer, the first thing first.
func (l *learner) failure(v judge.Verdict, file string) {
	fmt.Fprintf(l.out, "%s\n\n", bold(v.Exercise.ID))
	if len(v.Build) > 0 {
		fmt.Fprintf(l.out, "%s does not compile:\n\n", file)
		for _, line := range v.Build {
			l.paragraph(line, "  ")
		}
		fmt.Fprintln(l.out)
		return
	}
	test, ok := firstToShow(v)
	if ok {
		fmt.Fprintf(l.out, "%s %s\n\n", fail("✗"), test.Name)
		message := test.Messages[0]
		l.paragraph(message.Text, "  ")
		if message.Detail != "" {
			fmt.Fprintln(l.out)
			l.paragraph(message.Detail, "    ")
		}
		fmt.Fprintln(l.out)
		if test.Schedule != "" {
			fmt.Fprintf(l.out, "%s\n\n", indented(test.Schedule))
		}
		if test.Printed != "" {
			fmt.Fprintf(l.out, "  Your code printed meanwhile:\n%s\n\n", indented(test.Printed))
		}
		if strings.Contains(message.Where, "_test.go:") {
			fmt.Fprintf(l.out, "  %s\n\n", faint("the test: "+path.Join(v.Exercise.ID, message.Where)))
		}
	}
	if v.Race != nil {
		intro := "There is "
		if ok {
			intro = "Besides, whichever test meets it, there is "
		}
		l.paragraph(intro+v.Race.String()+".", "  ")
		for _, access := range v.Race.Accesses {
			if access.Text != "" {
				fmt.Fprintf(l.out, "    %s:%d: %s\n", access.File, access.Line, access.Text)
			}
		}
		fmt.Fprintln(l.out)
	}
	if more := len(v.Failed()) - 1; ok && more > 0 {
		fmt.Fprintf(l.out, "  %s\n", faint(fmt.Sprintf("and %d more; mend this one first", more)))
		fmt.Fprintln(l.out)
	}
}

// firstToShow is the first test, in the order of the test file, that failed
// for a reason of its own.
func firstToShow(v judge.Verdict) (judge.Test, bool) {
	for _, test := range v.Tests {
		if test.Result != judge.Passed && test.Result != judge.Raced {
			return test, true
		}
	}
	return judge.Test{}, false
}

// remarks says what stands beside a verdict: what go vet found, and how sure
// the tests could be.
func (l *learner) remarks(v judge.Verdict) {
	for _, finding := range v.Advice {
		l.paragraph(fmt.Sprintf("go vet on %s: %s", v.Exercise.ID, finding), "  ")
	}
	if v.Sampled {
		l.paragraph(fmt.Sprintf("%s: the steps that decide the schedule do not fit into this answer. Its schedules were sampled, not explored.", v.Exercise.ID), "  ")
	}
}
