// Package stage runs a chapter's program so that it ends in a sentence,
// whatever the learner's pieces in it do. An unlock of an unlocked mutex, a
// panic in a goroutine, a deadlock or an os.Exit can't be recovered from
// inside; so the act plays in a process of its own, and this one watches.
package stage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/fatih/color"

	"example.com/backpressure/internal/epitaph"
)

// The environment variable tells the child that it is the child, and whether
// the terminal that it does not see has colour.
const (
	variable = "BACKPRESSURE_STAGE"
	inColour = "colour"
	plain    = "plain"
)

// curtain is the exit code of a child whose act was played to its end. Zero
// would not do: a piece that calls os.Exit(0) has ended the act, not finished it.
const curtain = 77

// maximalOutput is how many bytes a limited act may print.
const maximalOutput = 256 << 10

// showTime is how long a chapter's show may last.
const showTime = 14 * time.Second

// Good and Bad format what went well and what did not, in colour where there is
// any.
var (
	Good = color.New(color.FgGreen).SprintfFunc()
	Bad  = color.New(color.FgRed).SprintfFunc()
)

// A Command is what a chapter's program does beside its show.
type Command struct {
	Name  string
	Play  func(args []string) // gets what follows the name
	Limit time.Duration       // how long it may last; 0: until Ctrl-C
}

// Main is the main function of a chapter's program. Without arguments it plays
// show, otherwise the command that the first argument names. usage says what
// there is, a line each.
func Main(usage string, show func(), commands ...Command) {
	if len(os.Args) < 2 {
		Play(showTime, show)
	}
	name := os.Args[1]
	for _, command := range commands {
		if command.Name == name {
			Play(command.Limit, func() { command.Play(os.Args[2:]) })
		}
	}
	if name == "help" || name == "-h" || name == "--help" {
		fmt.Print(usage)
		return
	}
	fmt.Fprintf(os.Stderr, "There is no %q here. What there is:\n\n%s", name, usage)
	os.Exit(2)
}

// Play runs act in a child process of the same program, with the same
// arguments, and then ends this process: with 0 when act returned, else with 1
// and a sentence: act's own, when it wrote one to standard error and called
// os.Exit(1), or one that says that it crashed or was still not over after
// limit. A limit of zero means none: the act lasts until Ctrl-C and prints as it
// likes. Play never returns.
func Play(limit time.Duration, act func()) {
	if colours := os.Getenv(variable); colours != "" {
		color.NoColor = colours != inColour
		act()
		os.Exit(curtain)
	}
	os.Exit(watch(limit))
}

// Within calls f and returns nil when f has returned within d. Otherwise the error
// says what f did instead: panic, or go on. A call that goes on is left behind.
func Within(d time.Duration, f func()) error {
	over := make(chan error, 1)
	go func() {
		err := errors.New("it ended its goroutine")
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("it panicked: %v", p)
			}
			over <- err
		}()
		f()
		err = nil
	}()
	select {
	case err := <-over:
		return err
	case <-time.After(d):
		return fmt.Errorf("after %.0f seconds it has not returned", d.Seconds())
	}
}

// leaving returns a context that ends when an act without a limit should come to
// its end: at Ctrl-C, which a terminal sends to both processes, and when the
// watching one, which alone may have been told, closes this one's standard input.
// The system does that for a watcher that has been killed.
func leaving() (context.Context, context.CancelFunc) {
	told, tell := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		tell() // and still hear Ctrl-C, which is on its way: unheard it would kill
	}()
	return signal.NotifyContext(told, os.Interrupt, syscall.SIGTERM)
}

// watch runs the child and says in a sentence how it ended, if not well.
func watch(limit time.Duration) int {
	self, err := os.Executable()
	if err != nil {
		fmt.Println("The program can't find itself on the disk:", err)
		return 1
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(interrupts)

	colours := inColour
	if color.NoColor {
		colours = plain
	}
	var last bytes.Buffer
	cmd := exec.CommandContext(ctx, self, os.Args[1:]...)
	cmd.Env = append(os.Environ(), variable+"="+colours)
	cmd.Stderr = &capped{w: &last, left: maximalOutput}
	cmd.Stdout = os.Stdout
	flood := &capped{w: os.Stdout, left: maximalOutput, full: cancel}
	if limit > 0 {
		cmd.Stdout = flood
	}
	cmd.WaitDelay = time.Second
	lifeline, err := cmd.StdinPipe() // see leaving
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		fmt.Println("The program does not start:", err)
		return 1
	}
	var stopped atomic.Bool
	go func() {
		for range interrupts {
			// At the first Ctrl-C a server may finish what it does.
			if again := stopped.Swap(true); again || limit > 0 {
				_ = cmd.Process.Kill()
			}
			_ = lifeline.Close()
		}
	}()
	err = cmd.Wait()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == curtain:
		return 0
	case stopped.Load() && errors.As(err, &exit) && !exit.Exited():
		fmt.Println("\nStopped.") // a second Ctrl-C: nobody finished anything
	case flood.left <= 0:
		fmt.Print("\n\nThe program prints without end, and was stopped.\n")
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		fmt.Printf("\nAfter %.0f seconds it still was not over, and was stopped. Somebody waits for a thing that never comes, or a loop never ends.\n", limit.Seconds())
	case last.Len() > 0 && !crashed(last.String()):
		os.Stderr.Write(last.Bytes()) // it ended by itself and has said why
		return cmd.ProcessState.ExitCode()
	default:
		fmt.Println("\n" + lastWords(last.String()))
	}
	return 1
}

var (
	deathKind  = regexp.MustCompile(`^(?:panic|fatal error): (?:sync: )?`)
	answerLine = regexp.MustCompile(`(?m)^\s+\S*[/\\]\d\d-\w+[/\\]\d+-\w+[/\\](\w+\.go:\d+)`)
)

func crashed(stderr string) bool { return epitaph.Of(stderr) != "" }

// lastWords makes a sentence of what the Go runtime prints when a program dies.
func lastWords(stderr string) string {
	if !crashed(stderr) {
		return "The program ended too early, and without a word. Does one of the pieces call os.Exit?"
	}
	what := deathKind.ReplaceAllString(epitaph.Of(stderr), "")
	if where := answerLine.FindStringSubmatch(stderr); where != nil {
		return fmt.Sprintf("The program crashed on %s: %s.", where[1], what)
	}
	return fmt.Sprintf("The program crashed: %s.", what)
}

// capped passes on the first bytes it gets, swallows the rest, and calls full
// once when there is a rest.
type capped struct {
	w    io.Writer
	left int
	full func()
}

func (c *capped) Write(p []byte) (int, error) {
	n := min(len(p), c.left)
	c.left -= n
	if n < len(p) && c.full != nil {
		c.full()
		c.full, c.left = nil, 0
	}
	if _, err := c.w.Write(p[:n]); err != nil {
		return 0, err
	}
	return len(p), nil
}
