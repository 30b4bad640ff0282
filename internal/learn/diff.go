package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fatih/color"

	"example.com/backpressure/internal/course"
)

// diff compares the learner's answer with a right one, once it is right itself
// or the learner wants to see it all the same.
func (l *learner) diff(ctx context.Context, args []string) (int, error) {
	spoil := slices.Contains(args, "--spoil")
	args = slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return arg == "--spoil" })
	if len(args) < 1 || len(args) > 2 {
		return unknown, errUsage{"diff takes an exercise and, if you like, the name of an answer, as in \"go tool learn diff ride\""}
	}
	e, err := l.oneExercise("diff", args[0])
	if err != nil {
		return unknown, err
	}
	answers, err := e.RightAnswers()
	if err != nil {
		return unknown, err
	}
	answer, command := answers[0], "go tool learn diff"
	if len(args) == 2 {
		if answer, err = answerNamed(e, answers, args[1]); err != nil {
			return unknown, err
		}
	}
	if spoil {
		command += " --spoil"
	} else {
		verdicts, err := l.judgeOwn(ctx, []course.Exercise{e})
		if err != nil {
			return unknown, err
		}
		if !verdicts[0].Passed() {
			l.notYours(e)
			return notYet, nil
		}
	}
	own, err := ownTexts(e)
	if err != nil {
		return unknown, err
	}
	if err := l.compare(ctx, e, own, answer); err != nil {
		return unknown, err
	}
	if len(args) == 1 {
		l.listOthers(answers[1:], command+" "+e.Package)
	}
	return yes, nil
}

// notYours is what somebody hears whose own answer does not pass.
func (l *learner) notYours(e course.Exercise) {
	l.paragraph(fmt.Sprintf("%s does not pass yet. Its answers tell you more when you have one of your own.", e.ID), "")
	fmt.Fprintf(l.out, "\n  a hint            go tool learn hint %[1]s\n  the answer now    go tool learn diff --spoil %[1]s\n", e.Package)
}

// shortName is what a learner types to see an answer.
func shortName(a course.Answer) string { return strings.TrimPrefix(a.Name(), string(course.Right)+"/") }

func answerNamed(e course.Exercise, answers []course.Answer, name string) (course.Answer, error) {
	asked := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(name), string(course.Right)+"/"), ".go")
	var known []string
	for _, a := range answers {
		if shortName(a) == asked {
			return a, nil
		}
		known = append(known, "  "+shortName(a))
	}
	return course.Answer{}, fmt.Errorf("%s has no right answer %q. It has:\n%s", e.ID, name, strings.Join(known, "\n"))
}

// compare shows what an answer is, and how the learner's own differs from it.
func (l *learner) compare(ctx context.Context, e course.Exercise, own []text, answer course.Answer) error {
	other, err := readText(answer.File)
	if err != nil {
		return err
	}
	title := "the reference answer"
	if answer.Kind == course.Right {
		title = fmt.Sprintf("the answer %q", shortName(answer))
	}
	fmt.Fprintf(l.out, "%s and %s\n\n", bold(e.ID), title)
	for _, paragraph := range answer.Paragraphs() {
		l.paragraph(paragraph, "  ")
		fmt.Fprintln(l.out)
	}
	start, err := readText(e.Start())
	if err != nil {
		return err
	}
	given := commentLines(start.body)
	yours := slices.Clone(own)
	for i := range yours {
		yours[i] = yours[i].without(given)
	}
	difference, err := gitDiff(ctx, yours, other.without(given), e.Package+".go")
	switch {
	case err != nil:
		reason := "There is no git here that could compare the two."
		if !errors.Is(err, exec.ErrNotFound) {
			reason = fmt.Sprintf("git can't compare the two (%v).", err)
		}
		l.paragraph(reason+" This is the other file, as a whole:", "")
		fmt.Fprintf(l.out, "\n%s\n", other.body)
	case difference == "" && len(own) == 1 && bytes.Equal(withoutReturns(own[0].body), withoutReturns(other.body)):
		fmt.Fprintf(l.out, "The two are the same, to the letter.\n\n")
	case difference == "":
		fmt.Fprintf(l.out, "The two are the same, but for comments that you began with.\n\n")
	default:
		fmt.Fprintf(l.out, "%s\n", difference)
	}
	return nil
}

func withoutReturns(body []byte) []byte { return bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")) }

// comment returns the text of a line that is a comment and nothing else.
func comment(line []byte) (string, bool) {
	line = bytes.TrimSpace(line)
	return string(line), bytes.HasPrefix(line, []byte("//"))
}

// commentLines returns the comments that a text consists of beside its code.
func commentLines(body []byte) map[string]bool {
	found := make(map[string]bool)
	for line := range bytes.Lines(body) {
		if text, ok := comment(line); ok {
			found[text] = true
		}
	}
	return found
}

// without returns a text as it is compared: without the comments that every
// answer begins with. They say what is asked for, which is the same on both sides,
// and far longer than most answers.
func (t text) without(given map[string]bool) text {
	var kept []byte
	gone := false  // the line before is left out
	blank := false // the line before that is kept is empty
	for line := range bytes.Lines(t.body) {
		text, ok := comment(line)
		empty := len(bytes.TrimSpace(line)) == 0
		switch {
		case ok && given[text] && (text != "//" || gone):
			gone = true
			continue
		case empty && gone && (blank || kept == nil):
			continue
		}
		kept = append(kept, line...)
		gone, blank = false, empty
	}
	t.body = kept
	return t
}

// gitDiff returns what git says of the learner's files and another one, whose
// name it takes to be the given one: "" when they are equal. Copies are
// compared, because git would compare the name that a link holds and not the
// text it leads to.
func gitDiff(ctx context.Context, own []text, other text, name string) (string, error) {
	dir, err := os.MkdirTemp("", "diff-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	yours, theirs := filepath.Join(dir, "yours"), filepath.Join(dir, "answer")
	if err := errors.Join(os.Mkdir(yours, 0o700), os.Mkdir(theirs, 0o700)); err != nil {
		return "", err
	}
	for _, t := range own {
		if err := os.WriteFile(filepath.Join(yours, filepath.Base(t.file)), t.body, 0o600); err != nil {
			return "", err
		}
	}
	if err := os.WriteFile(filepath.Join(theirs, name), other.body, 0o600); err != nil {
		return "", err
	}
	when := "--color=always"
	if color.NoColor {
		when = "--color=never"
	}
	git := exec.CommandContext(ctx, "git", "--no-pager", "diff", "--no-index", when, "--no-prefix",
		"--no-ext-diff", "--no-textconv", "--ignore-cr-at-eol", "--histogram", "yours", "answer")
	git.Dir = dir
	out, err := git.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 { // they differ
		err = nil
	}
	return string(out), err
}

// listOthers names the other right answers, what each does differently, and the
// command that shows one of them.
func (l *learner) listOthers(others []course.Answer, command string) {
	if len(others) == 0 {
		return
	}
	fmt.Fprintln(l.out, "Other right answers:")
	for _, a := range others {
		fmt.Fprintf(l.out, "\n  %s\n", bold(shortName(a)))
		l.paragraph(a.Title, "    ")
	}
	fmt.Fprintln(l.out)
	l.paragraph(fmt.Sprintf("\"%s %s\" compares yours with one of them.", command, shortName(others[0])), "")
}
