// Package judge runs an exercise's tests on an answer, the learner's own or
// any other, and returns a verdict in words. Everybody who wants to know what
// an answer is worth asks here: the learner's command and the proof of the
// solutions alike.
//
// The -overlay flag of the go command puts an answer, with the steps that the
// schedule explorer needs, in the place of the learner's file. So nothing is
// copied into the tree, and the learner's file is never touched.
package judge

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"example.com/backpressure/internal/course"
)

// Bounds on one run of an exercise's tests. Those in real time are a last
// resort: the tests' program looks after itself, see package watch, and knows
// within seconds, without a look at the clock, what will never come to an end.
const (
	longSilence   = 3 * time.Minute  // of one test, or before the first one
	timeout       = 10 * time.Minute // of the run of all tests
	laterBudget   = 3 * time.Minute  // for the runs of the tests that a crash left without a verdict
	maximalOutput = 1 << 20          // bytes that one exercise's tests may print
)

// A Judge judges answers to the exercises of one course. It is safe for
// concurrent use.
type Judge struct {
	course *course.Course
	tools  Tools
	// Progress, when set, is told what is going on: the ID of an exercise, and
	// the test that started, or "" when its tests are over. Calls do not overlap.
	Progress func(exercise, test string)
	telling  sync.Mutex // guards Progress
	// WithoutAdvice leaves out go vet, whose findings are no part of a verdict.
	WithoutAdvice bool
	// Width is how wide a schedule's table may be; 0 means 72 columns.
	Width int
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

// importPath is how a compiled test calls the exercise's directory, see
// overlay.flags. That of the files in the tests' package has "_test" at its end.
func (j *Judge) importPath(e course.Exercise) string { return j.course.Module + "/" + e.ID }

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
	declared := make([][]string, len(answers)) // read first: an answer may do anything, to its tests' file too
	for i, answer := range answers {
		tests, err := answer.Exercise.Tests()
		if err != nil {
			return nil, err
		}
		declared[i] = tests
	}
	asWritten, err := j.newOverlay(answers, false)
	if err != nil {
		return nil, err
	}
	defer asWritten.remove()
	withSteps, err := j.newOverlay(answers, true)
	if err != nil {
		return nil, err
	}
	defer withSteps.remove()

	advice := make(chan map[string][]string, 1)
	go func() {
		if j.WithoutAdvice {
			advice <- nil
			return
		}
		advice <- j.vet(ctx, asWritten, answers)
	}()

	run := &run{judge: j, overlay: withSteps}
	if err := run.all(ctx, answers); err != nil {
		return nil, err
	}
	found := <-advice

	verdicts, err := j.conclude(ctx, run, asWritten, answers, declared)
	if err != nil {
		return nil, err
	}
	for i, answer := range answers {
		verdicts[i].Advice = answer.renamed(found[answer.Exercise.ID])
	}
	return verdicts, nil
}

// conclude turns what the go command said of the answers' exercises into
// verdicts.
func (j *Judge) conclude(ctx context.Context, first *run, asWritten overlay, answers []Answer, declared [][]string) ([]Verdict, error) {
	verdicts := make([]Verdict, len(answers))
	done := make([]map[string]Test, len(answers))
	for i, answer := range answers {
		verdicts[i].Exercise = answer.Exercise
		ran := first
		if len(first.exercise(answer.Exercise.ID).build) > 0 {
			// The compiler's complaint may be about a step. What counts is the
			// code as the learner wrote it; when that compiles, it is judged so.
			ran = &run{judge: j, overlay: asWritten}
			if err := ran.all(ctx, []Answer{answer}); err != nil {
				return nil, err
			}
			if complaint := ran.exercise(answer.Exercise.ID).build; len(complaint) > 0 {
				verdicts[i].Build = buildErrors(complaint, answer)
				continue
			}
			verdicts[i].Sampled = true
		}
		var err error
		if done[i], err = j.exhaust(ctx, ran, answer, declared[i]); err != nil {
			return nil, err
		}
	}
	if err := j.plainly(ctx, asWritten, answers, done); err != nil {
		return nil, err
	}
	for i, answer := range answers {
		if done[i] == nil {
			continue
		}
		source := j.sourceOf(answer)
		for _, name := range declared[i] {
			test := done[i][name]
			if race := findRace(test.Output, source); race != nil && verdicts[i].Race == nil {
				race.Test = name
				verdicts[i].Race = race
			}
			for m := range test.Messages {
				shorten(&test.Messages[m], j.importPath(answer.Exercise))
			}
			verdicts[i].Tests = append(verdicts[i].Tests, test)
		}
	}
	return verdicts, ctx.Err()
}

// plainly runs the tests that want it on the answers as they are written, and
// puts what became of them into done.
func (j *Judge) plainly(ctx context.Context, asWritten overlay, answers []Answer, done []map[string]Test) error {
	wanted := make([][]string, len(answers))
	var wanting []Answer
	for i, answer := range answers {
		for _, name := range slices.Sorted(maps.Keys(done[i])) {
			if done[i][name].wantsPlain() {
				wanted[i] = append(wanted[i], name)
			}
		}
		if wanted[i] != nil {
			wanting = append(wanting, answer)
		}
	}
	if wanting == nil {
		return nil
	}
	names := slices.Concat(wanted...)
	slices.Sort(names) // in one order, or the go command remembers nothing
	plain := &run{judge: j, overlay: asWritten, only: slices.Compact(names)}
	if err := plain.all(ctx, wanting); err != nil {
		return err
	}
	for i, answer := range answers {
		again, err := j.exhaust(ctx, plain, answer, wanted[i])
		if err != nil {
			return err
		}
		maps.Copy(done[i], again)
	}
	return nil
}

// exhaust returns what became of each of the named tests. As long as a test
// took the whole program down, those that did not get their turn are run again
// without it.
func (j *Judge) exhaust(ctx context.Context, first *run, answer Answer, names []string) (map[string]Test, error) {
	return j.exhaustBy(ctx, time.Now().Add(laterBudget), first, answer, names)
}

func (j *Judge) exhaustBy(ctx context.Context, deadline time.Time, ran *run, answer Answer, names []string) (map[string]Test, error) {
	done := make(map[string]Test)
	seen := ran.exercise(answer.Exercise.ID)
	settle(done, seen, names)
	left := slices.DeleteFunc(slices.Clone(names), func(name string) bool { _, ok := done[name]; return ok })
	if len(left) == 0 {
		return done, nil
	}
	reason := ""
	switch {
	case len(done) == 0 && !seen.cut:
		reason = seen.whyNobody()
	case time.Until(deadline) < time.Second:
		reason = outOfTime
	}
	if reason != "" || ctx.Err() != nil {
		for _, name := range left {
			done[name] = Test{Name: name, Result: NotRun, Messages: []Message{{Text: reason}}, Output: seen.outside}
		}
		return done, nil
	}
	// Compiled once, its further runs start in no time; two of them at a time,
	// because an answer that crashes in one test mostly does in all.
	overlay, err := ran.overlay.compiled(ctx, answer)
	if err != nil {
		return nil, err
	}
	parts := [][]string{left}
	if middle := len(left) / 2; middle > 0 && !ran.hurried {
		parts = [][]string{left[:middle], left[middle:]}
	}
	rest := make([]map[string]Test, len(parts))
	errs := make([]error, len(parts))
	var both sync.WaitGroup
	for i, part := range parts {
		both.Go(func() {
			again := &run{judge: j, overlay: overlay, only: part, hurried: true}
			if errs[i] = again.all(ctx, []Answer{answer}); errs[i] == nil {
				rest[i], errs[i] = j.exhaustBy(ctx, deadline, again, answer, part)
			}
		})
	}
	both.Wait()
	for _, tests := range rest {
		maps.Copy(done, tests)
	}
	return done, errors.Join(errs...)
}

// settle gives a verdict to each test that one run tells something about: to
// those that ended, and to the one that was running when the program died.
func settle(done map[string]Test, seen *exercise, names []string) {
	culprit := ""
	for _, name := range names {
		t := seen.tests[name]
		if _, known := done[name]; known || t == nil {
			continue
		}
		switch t.result {
		case "":
			culprit = name
		case "pass":
			done[name] = Test{Name: name, Result: Passed, Output: t.lines}
		case "skip":
			done[name] = Test{Name: name, Result: skipped, Messages: []Message{{Text: wasSkipped}}, Output: t.lines}
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
