package solutions

import (
	"flag"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// make record
var record = flag.Bool("record", false, "write down what the tests say to each wrong answer")

// checkDiagnosis demands that the record from which a learner's mistake gets its
// name is one of today's tests, and has every wrong answer with the tests that it
// fails. It does not demand the words: which tests an answer fails is certain,
// and in which words it is told may be luck. With -record it writes the record.
func checkDiagnosis(t *testing.T, e course.Exercise, answers []course.Answer, verdicts []judge.Verdict) {
	asked, err := e.Asked()
	require.NoError(t, err)
	known, err := e.Record()
	require.NoError(t, err)
	if *record {
		require.NoError(t, newRecord(known, asked, answers, verdicts).Write(e))
		return
	}
	require.Equal(t, asked, known.Tests, "what the tests say was recorded before they, or the explorer, were changed. Run \"make record\", and look at the difference")

	named, silent := 0, 0
	for i, answer := range answers {
		if answer.Kind != course.Wrong {
			continue
		}
		if !answer.Race {
			assert.Equal(t, answer.Fails, slices.Sorted(maps.Keys(answer.Said)), "%s: what the tests say to it is not recorded. Run \"make record\"", answer.Name())
		}
		mistake, ok := verdicts[i].Diagnose(answers)
		switch {
		case !ok:
			silent++
		case mistake.File == answer.File:
			named++
		default:
			t.Logf("%s had the words of %s this time. Words that vary are found by \"make record\" on another machine, or a busy one", answer.Name(), mistake.Name())
		}
	}
	t.Logf("%d mistakes get their name, %d get none", named, silent)
}

// newRecord writes down what was said. Words vary where the same tests said
// other words before, and those that varied once are taken to vary for good.
func newRecord(known course.Record, asked string, answers []course.Answer, verdicts []judge.Verdict) course.Record {
	r := course.Record{Tests: asked, Said: make(map[string]map[string]string), Varies: make(map[string][]string)}
	for i, answer := range answers {
		if answer.Kind != course.Wrong || answer.Race {
			continue
		}
		said := verdicts[i].Said()
		for _, test := range slices.Sorted(maps.Keys(said)) {
			varies := slices.Contains(known.Varies[answer.Name()], test)
			if before, ok := known.Said[answer.Name()][test]; ok && known.Tests == asked {
				varies = varies || before != said[test]
				said[test] = before // no difference to look at, but for the news that it varies
			}
			if varies {
				r.Varies[answer.Name()] = append(r.Varies[answer.Name()], test)
			}
		}
		r.Said[answer.Name()] = said
	}
	return r
}
