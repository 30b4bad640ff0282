package solutions

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// make record
var record = flag.Bool("record", false, "write down what the tests say to each wrong answer")

// checkDiagnosis holds what the tests said to one exercise's answers to the
// record from which a learner's mistake gets its name, and shows that no
// mistake gets another's name. With -record it writes the record instead.
func checkDiagnosis(t *testing.T, e course.Exercise, answers []course.Answer, verdicts []judge.Verdict) {
	if *record {
		writeRecord(t, e, answers, verdicts)
		return
	}
	named, silent := 0, 0
	for i, answer := range answers {
		if answer.Kind != course.Wrong {
			continue
		}
		if !answer.Race && !maps.Equal(answer.Said, verdicts[i].Said()) {
			t.Errorf("%s: it is not recorded what the tests say to it, or they say something else now. Run \"make record\", and look at the difference.\nrecorded: %q\nsaid now: %q",
				answer.Name(), answer.Said, verdicts[i].Said())
			continue
		}
		mistake, ok := verdicts[i].Diagnose(answers)
		switch {
		case !ok:
			silent++
		case assert.Equal(t, answer.Name(), mistake.Name(), "a mistake under another's name"):
			named++
		}
	}
	t.Logf("%d mistakes get their name, %d get none", named, silent)
}

func writeRecord(t *testing.T, e course.Exercise, answers []course.Answer, verdicts []judge.Verdict) {
	said := make(map[string]map[string]string)
	for i, answer := range answers {
		if answer.Kind == course.Wrong && !answer.Race {
			said[answer.Name()] = verdicts[i].Said()
		}
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // people read it, too
	encoder.SetIndent("", "\t")
	require.NoError(t, encoder.Encode(said))
	require.NoError(t, os.WriteFile(e.Record(), text.Bytes(), 0o644))
}
