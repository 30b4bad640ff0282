// Command learn is the learner's companion: it shows where you are in the
// course, tests your answers, and runs a chapter's program with them.
//
//	go tool learn
//
// "go tool learn help" lists what it can do. It exits with 0 when what was
// asked for is so, with 1 when it is not so yet, and with 2 when it could not
// find out.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/fatih/color"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// A command is what can follow "go tool learn".
type command struct {
	name  string
	takes string // what it takes, as the page of help shows it
	does  string
	run   func(*learner, context.Context, []string) (int, error)
}

// commands lists all of them in the order of the page of help.
func commands() []command {
	return []command{
		{"watch", "[EXERCISE]", "test an exercise each time you save; without EXERCISE, the next one. In a terminal, \"go tool learn\" alone does this", (*learner).watch},
		{"board", "[--json]", "where you are, and what is next; --json: for programs", (*learner).board},
		{"test", "[-v] [NAME]", "test everything, a chapter (01) or an exercise (ride); -v: with all that the tests print", (*learner).test},
		{"hint", "[EXERCISE] [N]", "a hint for the exercise that is next, or for another; one at a time", (*learner).hint},
		{"diff", "[--spoil] EXERCISE [NAME]", "your answer beside the reference answer or another right one, once it passes; --spoil: now", (*learner).diff},
		{"reset", "[--back] EXERCISE", "begin an exercise anew; your text is kept beside it, and --back brings it back", (*learner).reset},
		{"run", "CHAPTER [ARG...]", "run a chapter's program with your answers in it; --reference before CHAPTER: with the reference answers", (*learner).run},
		{"doctor", "", "try out what the course needs of this machine", (*learner).doctor},
		{"check", "EXERCISE FILE", "judge any file as the answer to an exercise", (*learner).check},
		{"new", "CHAPTER/N-NAME", "for teachers: lay out an exercise, as in 02-waitgroup/5-name", (*learner).newExercise},
	}
}

// help prints the page of help.
func (l *learner) help() {
	fmt.Fprintln(l.out, "go tool learn COMMAND, where COMMAND is one of")
	for _, c := range commands() {
		fmt.Fprintf(l.out, "\n  %s\n", strings.TrimSpace(bold(c.name)+" "+c.takes))
		l.paragraph(c.does, "      ")
	}
	fmt.Fprintln(l.out)
	l.paragraph("Before COMMAND: --color=always, --color=never.", "")
}

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
	stdin  *os.File
	away   atomic.Pointer[os.Process] // the program that the terminal is handed over to: signals are for that one
}

func main() {
	ctx, stop := context.WithCancel(context.Background())
	l := &learner{out: surviving(color.Output), err: surviving(color.Error), stdin: os.Stdin}
	// The go command and what it started go down with this one.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		for s := range signals {
			switch program := l.away.Load(); {
			case program == nil:
				stop()
			case s != os.Interrupt: // the terminal sends Ctrl-C to both
				_ = program.Signal(s)
			}
		}
	}()
	code, err := l.start(ctx, os.Args[1:])
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
func (l *learner) start(ctx context.Context, args []string) (code int, err error) {
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
	name := "board"
	if isTerminal(os.Stdin) && isTerminal(os.Stdout) && os.Getenv("TERM") != "dumb" && os.Getenv("CI") == "" {
		name = "watch"
	}
	if len(args) > 0 {
		name, args = args[0], args[1:]
	}
	if asksForHelp(name) || len(args) > 0 && asksForHelp(args[0]) {
		l.help()
		return yes, nil
	}
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == name })
	if i < 0 {
		return unknown, errUsage{fmt.Sprintf("there is no command %q", name)}
	}
	if l.course, err = course.Open("."); err != nil {
		return unknown, err
	}
	if l.judge, err = judge.New(l.course); err != nil {
		return unknown, err
	}
	l.judge.Width = tableWidth() - len(tableIndent)
	code, err = all[i].run(l, ctx, args)
	if ctx.Err() != nil && name != "watch" { // which one leaves in this way
		return notYet, errors.New("stopped")
	}
	return code, err
}

func asksForHelp(word string) bool { return word == "help" || word == "-h" || word == "--help" }
