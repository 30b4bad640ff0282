// Package solutions proves the course: that each exercise's tests reject what
// the learner begins with, accept every right answer, and reject every known
// wrong one for exactly the reasons that its header names.
package solutions

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// Fewer than these, and an exercise's tests have not been tried hard enough.
const (
	fewestRight = 4 // the reference answer among them
	fewestWrong = 8
)

func TestEveryAnswerGetsTheVerdictItsPlacePromises(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	if !j.Tools().Race {
		t.Logf("judging without the race detector: %s", j.Tools().Why)
	}

	known := make(map[string][]course.Answer)
	most := 0
	for _, e := range c.Exercises() {
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
		most = max(most, len(answers))
	}

	// One answer to each exercise makes a round, and a round is one run of the
	// go command: starting it costs more than most of the tests.
	for round := range most {
		var asked []judge.Answer
		var expected []course.Answer
		for _, e := range c.Exercises() {
			if answers := known[e.ID]; round < len(answers) {
				asked = append(asked, judge.Answer{Exercise: e, File: answers[round].File})
				expected = append(expected, answers[round])
			}
		}
		verdicts, err := j.Answers(t.Context(), asked...)
		require.NoError(t, err)
		for i, verdict := range verdicts {
			t.Run(verdict.Exercise.ID+"/"+expected[i].Name(), func(t *testing.T) {
				check(t, verdict, expected[i], j.Tools().Race)
			})
		}
	}
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
