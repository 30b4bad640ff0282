package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// run builds a chapter's program and hands the terminal over to it.
func (l *learner) run(ctx context.Context, args []string) (int, error) {
	pieces := judge.Learners
	if len(args) > 0 && args[0] == "--reference" {
		pieces, args = judge.References, args[1:]
	}
	if len(args) == 0 {
		return unknown, errUsage{"run takes a chapter, as in \"go tool learn run 01\""}
	}
	chapter, err := l.course.Chapter(args[0])
	if err != nil {
		return unknown, err
	}
	return l.play(ctx, chapter, pieces, args[1:])
}

// play builds a chapter's program from the pieces and runs it.
func (l *learner) play(ctx context.Context, chapter course.Chapter, pieces judge.Pieces, args []string) (int, error) {
	progress := startProgress(l.err, func() bool { return l.judge.Tools().Cold(ctx, false) })
	program, err := l.judge.Build(ctx, chapter, pieces)
	progress.stop()
	if err != nil {
		return unknown, err
	}
	defer program.Remove()
	for _, e := range program.Replaced {
		l.paragraph(fmt.Sprintf("%s does not compile, so its start stands in for it. \"%s\" shows the error.", e.ID, testCommand(e)), "")
		fmt.Fprintln(l.out)
	}
	return l.handOver(program.File, args)
}

// handOver runs a program with this one's terminal and returns its exit code.
// Ctrl-C is for the program, which gets it from the terminal itself and may want
// to finish what it is doing.
func (l *learner) handOver(file string, args []string) (int, error) {
	cmd := exec.Command(file, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = l.stdin, os.Stdout, os.Stderr
	err := cmd.Start()
	if err == nil {
		l.away.Store(cmd.Process)
		defer l.away.Store(nil)
		err = cmd.Wait()
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(exit.ExitCode(), notYet), nil
	}
	if err != nil {
		return unknown, fmt.Errorf("the program does not start: %w", err)
	}
	return yes, nil
}
