package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/fatih/color"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// A finding is what the doctor says of one thing.
type finding struct {
	name string
	is   state
	says string
}

type state int

const (
	there   state = iota
	missing       // and the course can be done without it
	broken        // and the course can't be done before it is mended
)

// doctor tries out what the course needs of a machine, and says what is proved
// of an answer without the things that are not there.
func (l *learner) doctor(ctx context.Context, args []string) (int, error) {
	if len(args) > 0 {
		return unknown, errUsage{fmt.Sprintf("doctor takes no argument, got %q", args[0])}
	}
	tools := l.judge.Tools()
	all := []finding{goVersion(tools), compiler(ctx, tools)}
	trial, err := l.trial(ctx)
	if err != nil {
		return unknown, err
	}
	all = append(all, trial...)
	all = append(all, goVet(ctx), git(ctx), terminal())

	code := yes
	for _, f := range all {
		l.tell(f)
		if f.is == broken {
			code = notYet
		}
	}
	fmt.Fprintln(l.out)
	if code == yes {
		fmt.Fprintln(l.out, pass("The course can be done here."))
	} else {
		fmt.Fprintln(l.out, fail("The course can't be done here yet: mend what is marked ✗."))
	}
	return code, ctx.Err()
}

// tell prints a finding, in lines beside its name.
func (l *learner) tell(f finding) {
	const column = "                 " // as wide as a mark and the longest name
	mark := map[state]string{there: pass("✓"), missing: faint("–"), broken: fail("✗")}[f.is]
	var lines []string
	for line := range strings.Lines(f.says) {
		lines = append(lines, wrap(line, column))
	}
	fmt.Fprintf(l.out, "%s %s%s\n", mark, f.name, strings.Join(lines, "\n")[2+len(f.name):])
}

func goVersion(tools judge.Tools) finding {
	return finding{"Go", there, fmt.Sprintf("%s, %s/%s", strings.TrimPrefix(tools.Go, "go"), runtime.GOOS, runtime.GOARCH)}
}

// trial judges the first exercise's reference answer, which must pass in many
// schedules, and its start, which must fail, and be seen to have a data race if
// it has one. That is all that judging an answer needs: the compiler, the steps
// put into the answer, the exploration and the race detector.
func (l *learner) trial(ctx context.Context) ([]finding, error) {
	e := l.course.Exercises()[0]
	answers, err := e.Answers()
	if err != nil {
		return nil, err
	}
	start := answers[slices.IndexFunc(answers, func(a course.Answer) bool { return a.Kind == course.Start })]
	var verdicts []judge.Verdict
	for _, a := range []judge.Answer{judge.References(e), judge.Starts(e)} {
		v, err := l.ask(ctx, []judge.Answer{a})
		if err != nil {
			return []finding{{"judging", broken, err.Error()}}, ctx.Err()
		}
		verdicts = append(verdicts, v[0])
	}
	return append(schedules(e, verdicts[0], verdicts[1]), detector(l.judge.Tools(), start, verdicts[1])), nil
}

// schedules says whether answers are explored here, and rightly judged.
func schedules(e course.Exercise, reference, start judge.Verdict) []finding {
	says := func(is state, text string, args ...any) []finding {
		return []finding{{"schedules", is, fmt.Sprintf(text, args...)}}
	}
	switch n := reference.Schedules(); {
	case len(reference.Build) > 0:
		return says(broken, "the reference answer of %s does not compile here:\n%s", e.ID, strings.Join(reference.Build, "\n"))
	case !reference.Passed():
		why := "it is said to have a data race"
		if test, ok := firstToShow(reference); ok {
			why = strings.Join(append([]string{test.Messages[0].Text}, test.Output...), "\n")
		}
		return says(broken, "the reference answer of %s does not pass here:\n%s", e.ID, why)
	case start.Passed():
		return says(broken, "the start of %s passes here, and nothing is solved in it", e.ID)
	case reference.Sampled || n == 0:
		return says(broken, "they are sampled here and not explored: the steps don't fit into the reference answer of %s", e.ID)
	default:
		return says(there, "explored: %s of them, and the reference answer of %s passes in all", commas(n), e.ID)
	}
}

// detector says whether the race detector sees a race that is there.
func detector(tools judge.Tools, start course.Answer, v judge.Verdict) finding {
	const name = "race detector"
	switch {
	case !tools.Race:
		return finding{name, missing, capital(tools.Why) + ". Wrong results are still found in every schedule that is tried; a data race that shows in none of them is not"}
	case !start.Race:
		return finding{name, there, "on; the first exercise has no race to try it with"}
	case v.Race == nil:
		return finding{name, broken, "it does not see the race in " + v.Exercise.ID + " as it began"}
	default:
		return finding{name, there, "it sees the race in " + v.Exercise.ID + " as it began"}
	}
}

// copiesALock is what go vet must find fault with.
const copiesALock = "package p\n\nimport \"sync\"\n\nfunc f(wg sync.WaitGroup) { wg.Wait() }\n"

func goVet(ctx context.Context) finding {
	const name = "go vet"
	dir, err := scratch("p.go", copiesALock)
	if err != nil {
		return finding{name, broken, err.Error()}
	}
	defer os.RemoveAll(dir)
	cmd := exec.CommandContext(ctx, "go", "vet", "p.go")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	if out, _ := cmd.CombinedOutput(); !strings.Contains(string(out), "passes lock by value") {
		return finding{name, missing, "it does not find a lock that is copied. Its advice is missing beside a verdict; the verdicts are the same"}
	}
	return finding{name, there, "it finds a lock that is copied"}
}

// compiler tries the C compiler, which builds the race detector into a test.
func compiler(ctx context.Context, tools judge.Tools) finding {
	const name = "C compiler"
	out, err := exec.CommandContext(ctx, "go", "env", "CC").Output()
	cc := strings.Fields(string(out))
	if err != nil || len(cc) == 0 {
		return finding{name, missing, "Go names none. Only the race detector needs it"}
	}
	file, err := exec.LookPath(cc[0])
	if err != nil {
		return finding{name, missing, fmt.Sprintf("there is none (Go looks for %q). Only the race detector needs it", cc[0])}
	}
	dir, err := scratch("c.c", "#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n")
	if err != nil {
		return finding{name, broken, err.Error()}
	}
	defer os.RemoveAll(dir)
	cmd := exec.CommandContext(ctx, file, append(cc[1:], "-c", "c.c", "-o", "c.o")...)
	cmd.Dir = dir
	said, err := cmd.CombinedOutput()
	switch {
	case err == nil:
		return finding{name, there, file}
	case !tools.Race:
		return finding{name, missing, file + " does not compile C. Only the race detector needs it"}
	default:
		return finding{name, broken, fmt.Sprintf("%s does not compile C (%v). With CGO_ENABLED=0 in the environment the course goes on without the race detector\n%s", file, err, said)}
	}
}

// scratch writes a file into a new directory outside of the course.
func scratch(name, text string) (dir string, err error) {
	if dir, err = os.MkdirTemp("", "doctor-"); err == nil {
		if err = os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err == nil {
			return dir, nil
		}
		os.RemoveAll(dir)
	}
	return "", fmt.Errorf("can't write a temporary file: %w", err)
}

func git(ctx context.Context) finding {
	out, err := exec.CommandContext(ctx, "git", "--version").Output()
	if err != nil {
		return finding{"git", missing, "there is none. Nothing is proved with it. \"diff\" shows other answers as a whole, and a newer course does not merge with your work"}
	}
	return finding{"git", there, strings.TrimPrefix(strings.TrimSpace(string(out)), "git version ")}
}

func terminal() finding {
	colour := "colour"
	if color.NoColor {
		colour = "no colour (the marks say the same)"
	}
	keys := "keys can be read: \"go tool learn\" watches what you save"
	if !isTerminal(os.Stdin) || !isTerminal(os.Stdout) {
		keys = "no keys can be read: \"go tool learn\" shows the board and ends"
	}
	return finding{"terminal", there, fmt.Sprintf("%s, tables of %d columns, %s", colour, tableWidth(), keys)}
}
