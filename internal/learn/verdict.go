package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
	"example.com/backpressure/internal/prose"
)

// failure shows what is wrong with the answer in file, the first thing first:
// what somebody saw, the schedule that led there, and what was expected.
func (l *learner) failure(v judge.Verdict, file string) {
	fmt.Fprintf(l.out, "%s\n\n", bold(v.Exercise.ID))
	if len(v.Build) > 0 {
		l.complaints(v, file)
		return
	}
	test, ok := firstToShow(v)
	if ok {
		l.failedTest(v.Exercise, test)
	}
	if v.Race != nil {
		l.race(v.Exercise, *v.Race, ok)
	}
	l.diagnosis(v)
	if more := len(v.Failed()) - 1; ok && more > 0 {
		fmt.Fprintf(l.out, "  %s\n\n", faint(fmt.Sprintf("and %d more; mend this one first", more)))
	}
}

// failedTest shows one test that failed.
func (l *learner) failedTest(e course.Exercise, test judge.Test) {
	message := test.Messages[0]
	l.headline(message.Text)
	if test.Schedule != "" {
		fmt.Fprintf(l.out, "%s\n\n", indented(test.Schedule))
	}
	if message.Detail != "" {
		l.paragraph(message.Detail, "  ")
		fmt.Fprintln(l.out)
	}
	if test.Printed != "" {
		fmt.Fprintf(l.out, "  Your code printed meanwhile:\n%s\n\n", indented(test.Printed))
	}
	where := message.Where
	if !strings.Contains(where, "_test.go:") { // a crash, a panic in another goroutine
		where = declared(e, test.Name)
	}
	l.source(e, test.Name, where)
}

// headline prints the first thing to know about an answer that fails.
func (l *learner) headline(text string) {
	fmt.Fprintf(l.out, "%s %s\n\n", fail("✗"), bold(strings.TrimPrefix(wrapLines(text, "  "), "  ")))
}

// source names a test and the place in its file, "" when nobody knows it.
func (l *learner) source(e course.Exercise, test, where string) {
	fmt.Fprintf(l.out, "  %s\n", faint(test))
	if where != "" {
		fmt.Fprintf(l.out, "  %s\n", faint("in "+path.Join(e.ID, where)))
	}
	fmt.Fprintln(l.out)
}

// declared returns where the test function of this name begins, as in
// "ride_test.go:36", or "".
func declared(e course.Exercise, test string) string {
	files, err := course.Files(e.Dir(), "*_test.go")
	if err != nil {
		return ""
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		if before, _, found := strings.Cut("\n"+string(text), "\nfunc "+test+"("); found {
			return fmt.Sprintf("%s:%d", filepath.Base(file), strings.Count(before, "\n")+1)
		}
	}
	return ""
}

// race shows a data race, which comes first when nothing else was found.
func (l *learner) race(e course.Exercise, race judge.Race, besides bool) {
	if besides {
		l.paragraph("Found as well: "+race.String()+".", "  ")
	} else {
		l.headline(race.String())
	}
	for _, access := range race.Accesses {
		if access.Text != "" {
			fmt.Fprintf(l.out, "    %s:%d: %s\n", access.File, access.Line, access.Text)
		}
	}
	if besides || race.Accesses[0].Text != "" || race.Accesses[1].Text != "" {
		fmt.Fprintln(l.out)
	}
	if !besides {
		l.source(e, race.Test, declared(e, race.Test))
	}
}

// diagnosis names the mistake when it is one of those that the course knows.
func (l *learner) diagnosis(v judge.Verdict) {
	answers, err := v.Exercise.Answers()
	if err != nil { // a course that is being changed; "make verify" says what is wrong with it
		return
	}
	mistake, ok := v.Diagnose(answers)
	if !ok {
		return
	}
	fmt.Fprintln(l.out, "  This looks like a mistake that is known here:")
	l.paragraph(strings.Join(mistake.Paragraphs(), "\n\n"), "  ")
	fmt.Fprintf(l.out, "  %s\n\n", faint(fmt.Sprintf("more in %s, %s", prose.GuideFile(v.Exercise), strings.TrimPrefix(mistake.Name(), "wrong/"))))
}

// complaints shows why an answer does not compile: what the compiler says, the
// line it says it of, and for what beginners meet most, what it means.
func (l *learner) complaints(v judge.Verdict, file string) {
	fmt.Fprintf(l.out, "%s does not compile:\n\n", l.short(file))
	text, _ := os.ReadFile(file)
	said := make(map[string]bool)
	for _, complaint := range v.Build {
		l.paragraph(complaint, "  ")
		if line := complainedOf(complaint, v.Exercise.Package+".go", string(text)); line != "" {
			fmt.Fprintf(l.out, "      %s\n", bold(line))
		}
		if word := plainWord(complaint); word != "" && !said[word] {
			said[word] = true
			l.paragraph(word, "    ")
		}
	}
	fmt.Fprintln(l.out)
}

// firstToShow is the first test, in the order of the test file, that failed
// for a reason of its own.
func firstToShow(v judge.Verdict) (judge.Test, bool) {
	for _, test := range v.Tests {
		if test.Failed() {
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
		if word := plainWord(finding); word != "" {
			l.paragraph(word, "    ")
		}
	}
	if v.Sampled {
		l.paragraph(fmt.Sprintf("%s: the steps that decide the schedule do not fit into this answer. Its schedules were sampled, not explored.", v.Exercise.ID), "  ")
	}
}

// outputs prints all that the tests of one exercise printed, as it came.
func (l *learner) outputs(v judge.Verdict) {
	for _, test := range v.Tests {
		fmt.Fprintf(l.out, "%s %s: %s\n", bold(v.Exercise.ID), test.Name, test.Result)
		for _, line := range test.Output {
			fmt.Fprintf(l.out, "  %s\n", line)
		}
	}
	fmt.Fprintln(l.out)
}
