// Package judge runs an exercise's tests on an answer, the learner's own or
// any other, and returns a verdict in words. Everybody who wants to know what
// an answer is worth asks here: the learner's command and the proof of the
// solutions alike.
//
// An answer is judged where it lies: the -overlay flag of the go command puts
// it in the place of the learner's file, so nothing is copied into the tree
// and the learner's file is never touched.
package judge

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"example.com/backpressure/internal/course"
)

// Bounds on one run of an exercise's tests. A right answer needs about a
// second; what runs into these is a hang or a flood.
const (
	firstTimeout  = 15 * time.Second // of the run of all tests
	laterTimeout  = 5 * time.Second  // of a run of the tests that a crash left without a verdict
	laterBudget   = 12 * time.Second // for all such runs of one answer
	maximalOutput = 1 << 20          // bytes that one exercise's tests may print
)

// A Judge judges answers to the exercises of one course. It is safe for
// concurrent use.
type Judge struct {
	course *course.Course
	tools  Tools
	// Progress, when set, is told what is going on: the ID of an exercise, and
	// the test that started, or "" when its tests are over. It is called from
	// one goroutine per call of Answers.
	Progress func(exercise, test string)
	// Fresh makes every test run again even when the go command remembers
	// that it passed.
	Fresh bool
}

// New returns a judge, or an error in a sentence when the go command can't be
// used.
func New(c *course.Course) (*Judge, error) {
	tools, err := findTools(c.Root)
	if err != nil {
		return nil, err
	}
	return &Judge{course: c, tools: tools}, nil
}

// Tools returns what this machine has to judge with.
func (j *Judge) Tools() Tools { return j.tools }

// An Answer is what stands in the place of an exercise's own files.
type Answer struct {
	Exercise course.Exercise
	File     string // absolute path; "" means the learner's own files as they are
}

// Answers judges one answer to each of several exercises, all in one run of
// the go command, and returns their verdicts in the same order. No two answers
// may be to the same exercise.
//
// The error says in a sentence why nothing could be judged. Whatever an answer
// does (not compile, hang, crash, print without end) is a verdict.
func (j *Judge) Answers(ctx context.Context, answers ...Answer) ([]Verdict, error) {
	if len(answers) == 0 {
		return nil, nil
	}
	overlay, err := writeOverlay(answers)
	if err != nil {
		return nil, err
	}
	defer os.Remove(overlay)

	advice := make(chan map[string][]string, 1)
	go func() { advice <- j.vet(ctx, overlay, answers) }()

	run := &run{judge: j, overlay: overlay, limit: firstTimeout}
	if err := run.all(ctx, answers); err != nil {
		return nil, err
	}
	found := <-advice

	verdicts := make([]Verdict, len(answers))
	for i, answer := range answers {
		verdict, err := j.conclude(ctx, run, answer)
		if err != nil {
			return nil, err
		}
		verdict.Advice = found[answer.Exercise.ID]
		verdicts[i] = verdict
	}
	return verdicts, nil
}

// conclude turns what the go command said of one exercise into a verdict. As
// long as a test took the whole program down, the tests that did not get their
// turn are run again without it.
func (j *Judge) conclude(ctx context.Context, first *run, answer Answer) (Verdict, error) {
	verdict := Verdict{Exercise: answer.Exercise}
	seen := first.exercise(answer.Exercise.ID)
	if len(seen.build) > 0 {
		verdict.Build = buildErrors(seen.build, answer)
		return verdict, nil
	}
	declared, err := answer.Exercise.Tests()
	if err != nil {
		return Verdict{}, err
	}
	done := make(map[string]Test)
	deadline := time.Now().Add(laterBudget)
	for {
		known := len(done)
		settle(done, seen, declared)
		left := slices.DeleteFunc(slices.Clone(declared), func(name string) bool { _, ok := done[name]; return ok })
		if len(left) == 0 {
			break
		}
		reason := ""
		switch {
		case len(done) == known && !seen.cut:
			reason = neverBegan
		case time.Now().After(deadline):
			reason = outOfTime
		}
		if reason != "" || ctx.Err() != nil {
			for _, name := range left {
				done[name] = Test{Name: name, Result: NotRun, Messages: []Message{{Text: reason}}, Output: seen.outside}
			}
			break
		}
		again := &run{judge: j, overlay: first.overlay, limit: laterTimeout, only: left}
		if err := again.all(ctx, []Answer{answer}); err != nil {
			return Verdict{}, err
		}
		seen = again.exercise(answer.Exercise.ID)
	}
	source := sourceOf(answer)
	for _, name := range declared {
		test := done[name]
		if race := findRace(test.Output, source); race != nil && verdict.Race == nil {
			verdict.Race = race
		}
		verdict.Tests = append(verdict.Tests, test)
	}
	return verdict, ctx.Err()
}

// settle gives a verdict to each test that one run tells something about: to
// those that ended, and to the one that was running when the program died.
func settle(done map[string]Test, seen *exercise, declared []string) {
	culprit := ""
	for _, name := range declared {
		t := seen.tests[name]
		if _, known := done[name]; known || t == nil {
			continue
		}
		switch t.result {
		case "":
			culprit = name
		case "pass":
			done[name] = Test{Name: name, Result: Passed, Output: t.lines}
		default:
			done[name] = failedTest(name, t.lines)
		}
	}
	if seen.cut {
		// This run was stopped from outside because another exercise's tests
		// flooded it: nobody here is to blame.
		return
	}
	if culprit != "" {
		done[culprit] = crashedTest(culprit, seen)
	}
}

// writeOverlay writes the file that tells the go command what stands in whose
// place, and returns its name.
func writeOverlay(answers []Answer) (string, error) {
	replace := make(map[string]string)
	for _, answer := range answers {
		if answer.File == "" {
			continue
		}
		// A path that does not exist is not an error to the go command, it
		// would judge the learner's file instead.
		if !filepath.IsAbs(answer.File) {
			return "", fmt.Errorf("judge: %s is not an absolute path", answer.File)
		}
		if _, err := os.ReadFile(answer.File); err != nil {
			return "", fmt.Errorf("can't read the answer: %w", err)
		}
		files, err := goFiles(answer.Exercise.Dir())
		if err != nil {
			return "", err
		}
		for _, file := range files {
			replace[file] = ""
		}
		replace[answer.Exercise.File()] = answer.File
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	file, err := os.CreateTemp("", "overlay-*.json")
	if err != nil {
		return "", fmt.Errorf("can't write a temporary file: %w", err)
	}
	defer file.Close()
	if _, err := file.Write(text); err != nil {
		os.Remove(file.Name())
		return "", fmt.Errorf("can't write a temporary file: %w", err)
	}
	return file.Name(), nil
}

// goFiles returns the Go files of a directory that are not tests.
func goFiles(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, "_test.go") }), nil
}
