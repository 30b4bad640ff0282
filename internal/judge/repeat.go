package judge

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// Repeat judges one answer n times and calls each with every verdict, as
// [Judge.Answers] would give it, until each returns false. The answer is
// compiled once, and its tests run in a process of their own each time: that is
// how to learn whether a verdict is certain. Only the named tests are run, all of
// them when tests is empty. Run i has environ(i) added to its environment; environ
// may be nil.
func (j *Judge) Repeat(ctx context.Context, answer Answer, n int, tests []string, environ func(i int) []string, each func(i int, v Verdict) bool) error {
	declared, err := answer.Exercise.Tests()
	if err != nil {
		return err
	}
	if len(tests) > 0 {
		declared = tests
	}
	withSteps, err := j.buildTests(ctx, answer, true)
	if err != nil {
		return err
	}
	defer withSteps.remove()
	asWritten, err := j.buildTests(ctx, answer, false)
	if err != nil {
		return err
	}
	defer asWritten.remove()
	for i := range n {
		if environ != nil {
			withSteps.tools.environ, asWritten.tools.environ = environ(i), environ(i)
		}
		run := &run{judge: j, overlay: withSteps, only: tests}
		if err := run.all(ctx, []Answer{answer}); err != nil {
			return err
		}
		verdicts, err := j.conclude(ctx, run, asWritten, []Answer{answer}, [][]string{declared})
		if err != nil {
			return err
		}
		if !each(i, verdicts[0]) {
			break
		}
	}
	return nil
}

// buildTests compiles the tests of one answer.
func (j *Judge) buildTests(ctx context.Context, answer Answer, withSteps bool) (overlay, error) {
	o, err := j.newOverlay([]Answer{answer}, withSteps)
	if err != nil {
		return overlay{}, err
	}
	built, err := o.compiled(ctx, answer)
	if err != nil {
		o.remove()
		return overlay{}, err
	}
	return built, nil
}

// compiled returns the overlay with the tests of one of its answers compiled,
// so that a run of them is a process and no more.
func (o overlay) compiled(ctx context.Context, answer Answer) (overlay, error) {
	built := filepath.Join(o.dir, answer.Exercise.Package+"_tests.exe") // the ending matters on Windows only
	if o.built == built {
		return o, nil
	}
	o.built = built
	args := append([]string{"test", "-c", "-o", o.built}, o.flags()...)
	out, err := o.tools.command(ctx, append(args, "./"+answer.Exercise.ID)...).CombinedOutput()
	if err != nil {
		return overlay{}, fmt.Errorf("%s does not compile: %w\n%s", answer.File, err, out)
	}
	// "go tool" itself would take longer, each time, than most tests do.
	name, err := o.tools.command(ctx, "tool", "-n", "test2json").Output()
	if err != nil {
		return overlay{}, fmt.Errorf("the go command has no test2json: %w", err)
	}
	o.json = strings.TrimSpace(string(name))
	return o, nil
}

// builtCommand runs the program that buildTests has made, and has its output
// turned into the events of "go test -json".
func (r *run) builtCommand(ctx context.Context, answer Answer) *exec.Cmd {
	args := []string{"-p", r.judge.importPath(answer.Exercise),
		r.overlay.built, "-test.v=test2json", "-test.timeout=" + timeout.String(), "-test.paniconexit0"}
	if r.only != nil {
		args = append(args, "-test.run="+r.pattern())
	}
	cmd := r.overlay.tools.program(ctx, r.overlay.json, args...)
	cmd.Dir = answer.Exercise.Dir()
	return cmd
}
