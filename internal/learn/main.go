// Command learn is the learner's companion: it shows where you are in the
// course, tests your answers, and runs a chapter's program with them.
//
//	go tool learn                       where you are, and what is next
//	go tool learn test [NAME]           test everything, a chapter or an exercise
//	go tool learn run CHAPTER [ARG...]  run a chapter's main.go with your answers
//	go tool learn check EXERCISE FILE   judge any file as the answer to an exercise
//
// It exits with 0 when what was asked for is so, with 1 when it is not so yet,
// and with 2 when it could not find out.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/fatih/color"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

const usage = `go tool learn                       where you are, and what is next
go tool learn test [NAME]           test everything, a chapter (01) or an exercise (ride)
go tool learn run CHAPTER [ARG...]  run a chapter's program with your answers in it
                                    (--reference before CHAPTER: with the reference answers)
go tool learn check EXERCISE FILE   judge any file as the answer to an exercise
go tool learn help                  this page

Before the command's name: --color=always, --color=never.
`

// The exit codes.
const (
	yes     = 0
	notYet  = 1
	unknown = 2
)

// errUsage is an error in how the command was called.
type errUsage struct{ text string }

func (e errUsage) Error() string { return e.text }

// A learner is one call of the command.
type learner struct {
	course *course.Course
	judge  *judge.Judge
	out    io.Writer
	err    io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code, err := start(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		var usage errUsage
		if errors.As(err, &usage) {
			fmt.Fprintln(os.Stderr, "\n\"go tool learn help\" lists the commands.")
		}
		code = unknown
	}
	os.Exit(code)
}

// start finds the course and the tools, and hands over to a command.
func start(ctx context.Context, args []string) (code int, err error) {
	for len(args) > 0 && strings.HasPrefix(args[0], "--") && args[0] != "--help" {
		switch args[0] {
		case "--color=always":
			color.NoColor = false
		case "--color=never":
			color.NoColor = true
		case "--color=auto":
		default:
			return unknown, errUsage{fmt.Sprintf("%q: expected --color=always, --color=never or --color=auto", args[0])}
		}
		args = args[1:]
	}
	command := "board"
	if len(args) > 0 {
		command, args = args[0], args[1:]
	}
	if command == "help" || command == "-h" || command == "--help" {
		fmt.Print(usage)
		return yes, nil
	}
	run, known := map[string]func(*learner, context.Context, []string) (int, error){
		"board": (*learner).board,
		"test":  (*learner).test,
		"run":   (*learner).run,
		"check": (*learner).check,
	}[command]
	if !known {
		return unknown, errUsage{fmt.Sprintf("there is no command %q", command)}
	}
	l := &learner{out: color.Output, err: color.Error}
	if l.course, err = course.Open("."); err != nil {
		return unknown, err
	}
	if l.judge, err = judge.New(l.course); err != nil {
		return unknown, err
	}
	l.judge.Width = terminalWidth() - len(tableIndent)
	code, err = run(l, ctx, args)
	if ctx.Err() != nil && command != "run" { // a program that is run ends as it likes
		return notYet, errors.New("stopped")
	}
	return code, err
}
