// Package solutions proves the course: that each exercise's tests reject what
// the learner begins with, accept every right answer, and reject every known
// wrong one for exactly the reasons that its header names.
package solutions

import (
	"errors"
	"flag"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"

	// What the judged tests are built with. The go command remembers that this
	// test passed; when one of these changes, it has to run again.
	_ "example.com/backpressure/internal/schedule"
	_ "example.com/backpressure/internal/schedule/twin/atomic"
	_ "example.com/backpressure/internal/schedule/twin/sync"
)

// Fewer than these, and an exercise's tests have not been tried hard enough.
const (
	fewestRight = 4 // the reference answer among them
	fewestWrong = 8
)

var (
	// While somebody works on one exercise: go test ./solutions -exercise ride
	only = flag.String("exercise", "", "prove this chapter or exercise alone")
	// make steady
	times = flag.Int("times", 0, "judge every answer that often, on 1, 2 and 8 processors in turn")
)

// start returns a judge, and the exercises to prove.
func start(t *testing.T) (*judge.Judge, []course.Exercise) {
	t.Helper()
	c, err := course.Open(".")
	require.NoError(t, err)
	exercises := c.Exercises()
	if *only != "" {
		exercises, err = c.Find(*only)
		require.NoError(t, err)
	}
	j, err := judge.New(c)
	require.NoError(t, err)
	j.WithoutAdvice = true
	return j, exercises
}

func TestEveryAnswerGetsTheVerdictItsPlacePromises(t *testing.T) {
	t.Parallel()
	j, exercises := start(t)
	if !j.Tools().Race {
		t.Logf("judging without the race detector: %s", j.Tools().Why)
	}

	known := make(map[string][]course.Answer)
	for _, e := range exercises {
		answers, err := e.Answers()
		require.NoError(t, err)
		count := func(kinds ...course.Kind) (n int) {
			for _, a := range answers {
				if slices.Contains(kinds, a.Kind) {
					n++
				}
			}
			return n
		}
		assert.GreaterOrEqual(t, count(course.Reference, course.Right), fewestRight, "%s has too few right answers", e.ID)
		assert.GreaterOrEqual(t, count(course.Wrong), fewestWrong, "%s has too few wrong answers", e.ID)
		known[e.ID] = answers
	}

	var asked []judge.Answer
	var expected []course.Answer
	for _, e := range exercises {
		for _, answer := range known[e.ID] {
			asked = append(asked, judge.Answer{Exercise: e, File: answer.File})
			expected = append(expected, answer)
		}
	}
	given := make(map[string][]judge.Verdict)
	for i, verdict := range judgeAll(t, j, asked) {
		t.Run(verdict.Exercise.ID+"/"+expected[i].Name(), func(t *testing.T) {
			check(t, verdict, expected[i], j.Tools().Race)
		})
		given[verdict.Exercise.ID] = append(given[verdict.Exercise.ID], verdict)
	}
	for _, e := range exercises {
		t.Run(e.ID+"/diagnosis", func(t *testing.T) { checkDiagnosis(t, e, known[e.ID], given[e.ID]) })
	}
}

// A verdict that depends on luck is as bad as a wrong one. This takes hours for
// all exercises, so it is asked for: make steady, or with EXERCISE=ride. Of a wrong
// answer only the tests that have to fail are run: whatever the others say, it is
// rejected. A data race may be seen in any of them.
func TestEveryVerdictIsTheSameEachTime(t *testing.T) {
	if *times == 0 {
		t.Skip("asked for with -times N")
	}
	j, exercises := start(t)
	for _, e := range exercises {
		answers, err := e.Answers()
		require.NoError(t, err)
		for _, answer := range answers {
			t.Run(e.ID+"/"+answer.Name(), func(t *testing.T) {
				t.Parallel()
				processors := func(i int) []string { return []string{"GOMAXPROCS=" + []string{"1", "2", "8"}[i%3]} }
				var tests []string
				if !answer.Race {
					tests = answer.Fails
				}
				ran, words := 0, map[string]string(nil)
				err := j.Repeat(t.Context(), judge.Answer{Exercise: e, File: answer.File}, *times, tests, processors,
					func(i int, verdict judge.Verdict) bool {
						check(t, verdict, answer, j.Tools().Race)
						said := verdict.Said()
						if ran++; ran == 1 {
							logSchedules(t, verdict)
							words = said
						}
						logNewWords(t, answer, words, said)
						return !t.Failed()
					})
				require.NoError(t, err)
				t.Logf("%d times the same", ran)
			})
		}
	}
}

// logSchedules says which schedules broke an answer.
func logSchedules(t *testing.T, v judge.Verdict) {
	for _, test := range v.Tests {
		if where, _, _ := strings.Cut(test.Schedule, "\n"); where != "" {
			t.Logf("%s: %s", test.Name, where)
		}
	}
}

// logNewWords says which tests tell a mistake in other words than the first time,
// and are not known to do so. The diagnosis goes by words: those belong among
// the ones that vary.
func logNewWords(t *testing.T, answer course.Answer, first, now map[string]string) {
	for test, words := range now {
		if first[test] != words && !slices.Contains(answer.Varies, test) {
			t.Logf("%s varies: %q, and now %q", test, first[test], words)
		}
	}
}

// together is how many answers at most share a run of the go command: enough for
// its start not to count, and few enough for one that goes wrong.
const together = 100

// judgeAll judges the answers in as many runs at once as there are processors:
// each spends part of its time waiting for its slowest test.
func judgeAll(t *testing.T, j *judge.Judge, answers []judge.Answer) []judge.Verdict {
	atOnce := runtime.GOMAXPROCS(0)
	parts := slices.Collect(slices.Chunk(answers, min(together, len(answers)/atOnce+1)))
	verdicts := make([][]judge.Verdict, len(parts))
	errs := make([]error, len(parts))
	var all sync.WaitGroup
	slots := make(chan struct{}, atOnce)
	for i, part := range parts {
		slots <- struct{}{}
		all.Go(func() {
			defer func() { <-slots }()
			verdicts[i], errs[i] = j.Many(t.Context(), part...)
		})
	}
	all.Wait()
	require.NoError(t, errors.Join(errs...))
	return slices.Concat(verdicts...)
}

// check compares a verdict with what the answer's place and header promise.
func check(t *testing.T, got judge.Verdict, want course.Answer, detector bool) {
	if !assert.Empty(t, got.Build, "it does not compile") {
		return
	}
	if want.Race && !detector {
		t.Skip("without the race detector nobody sees this mistake for certain")
	}
	if want.Race {
		assert.NotNil(t, got.Race, "expected a data race")
		// What else goes wrong in a program with a data race is not determined.
		for _, name := range want.Fails {
			assert.Contains(t, got.Failed(), name)
		}
	} else {
		assert.Nil(t, got.Race, "a data race: %v", got.Race)
		assert.Equal(t, strings.Join(want.Fails, "\n"), strings.Join(got.Failed(), "\n"), "the tests that fail")
	}
	if t.Failed() {
		for _, test := range got.Tests {
			for _, message := range test.Messages {
				t.Logf("%s: %s %s", test.Name, message.Text, message.Detail)
			}
		}
	}
}
