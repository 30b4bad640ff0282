package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withAnswers is a room whose exercise has a reference answer and two others.
func withAnswers(t *testing.T, own string) (call func(verb, ...string) string) {
	const below = "../../" + solution + "/"
	_, call = room(t, map[string]string{
		"ride.go":                        own,
		below + "ride.go":                "// Package ride has seats.\npackage ride\n\nconst seats = 10\n",
		below + "testdata/right/more.go": "// With a seat more,\n// for the driver.\n//\n// Who does not count.\npackage ride\n\nconst seats = 10 + 1\n",
		below + "testdata/right/less.go": "// With a seat less.\npackage ride\n\nconst seats = 10 - 1\n",
		below + "testdata/wrong/none.go": "// Nobody fits in.\n//\n// Fails: TestIt\npackage ride\n\nconst seats = 0\n",
	})
	return call
}

func TestDiffShowsOneAnswerAndNamesTheOthers(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here, and it is what compares")
	}
	const own = "package ride\n\nconst seats = 9\n"
	for name, c := range map[string]struct {
		own  string
		args []string
		says []string
		not  []string
	}{
		"the reference": {own, []string{"--spoil", "ride"},
			[]string{"01-backpressure/1-ride and the reference answer", "\n-const seats = 9\n", "\n+const seats = 10\n",
				"  less\n    With a seat less.\n\n  more\n    With a seat more, for the driver.\n", `"go tool learn diff --spoil ride less" compares`},
			[]string{"does not count", "none", "+ 1", "\x1b"}},
		"another": {own, []string{"ride", "more", "--spoil"},
			[]string{"the answer \"more\"\n\n  With a seat more, for the driver.\n\n  Who does not count.\n", "\n+const seats = 10 + 1\n"},
			[]string{"Other right answers", "- 1"}},
		"by a longer name": {own, []string{"--spoil", "ride", "right/more.go"}, []string{"\n+const seats = 10 + 1\n"}, nil},
		"an equal one": {"// Package ride has seats.\npackage ride\n\nconst seats = 10\n", []string{"--spoil", "ride"},
			[]string{"The two are the same, to the letter."}, []string{"@@"}},
		"the same from Windows": {"// Package ride has seats.\r\npackage ride\r\n\r\nconst seats = 10\r\n", []string{"--spoil", "ride"},
			[]string{"The two are the same"}, []string{"@@"}},
		"a wrong one": {own, []string{"--spoil", "ride", "none"},
			[]string{`has no right answer "none". It has:` + "\n  reference\n  less\n  more"}, nil},
		"none":        {own, nil, []string{"diff takes an exercise"}, nil},
		"a chapter":   {own, []string{"01"}, []string{"diff takes one exercise"}, nil},
		"an unknown":  {own, []string{"sofa"}, []string{`no chapter or exercise "sofa"`}, nil},
		"three names": {own, []string{"ride", "less", "more"}, []string{"diff takes an exercise"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			out := withAnswers(t, c.own)((*learner).diff, c.args...)
			for _, says := range c.says {
				assert.Contains(t, out, says)
			}
			for _, not := range c.not {
				assert.NotContains(t, out, not)
			}
			coloured(t)
			if out = withAnswers(t, c.own)((*learner).diff, c.args...); strings.Contains(out, "@@") {
				assert.Contains(t, out, "\x1b[32m+")
			}
		})
	}
}

// What the exercise asks for stands in the file that it began as, and is no
// difference between two answers.
func TestDiffLeavesOutWhatTheExerciseBeganWith(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here, and it is what compares")
	}
	const contract = "// Package ride has seats.\n//\n//   - Ten, and no more.\n"
	answers := func(own string) string {
		const below = "../../" + solution + "/"
		dir, call := room(t, map[string]string{
			"ride.go":         own,
			below + "ride.go": "// Package ride has seats.\npackage ride\n\n// Ten.\n//\n// Or so.\nconst seats = 10\n",
		})
		require.NoError(t, os.WriteFile(filepath.Join(dir, below, "testdata", "start", "ride.go"),
			[]byte(contract+"package ride\n\n// How many there are.\n\nconst seats = 0\n"), 0o600))
		return call((*learner).diff, "--spoil", "ride")
	}
	out := answers(contract + "package ride\n\n// How many there are.\n\n// Mine.\nconst seats = 9\n")
	for _, changed := range []string{"\n-// Mine.\n", "\n+// Ten.\n", "\n+//\n+// Or so.\n", "\n-const seats = 9\n", "\n package ride\n \n"} {
		assert.Contains(t, out, changed)
	}
	for _, given := range []string{"has seats", "no more", "How many"} {
		assert.NotContains(t, out, given)
	}
	out = answers(contract + "package ride\n\n// Ten.\n//\n// Or so.\nconst seats = 10\n")
	assert.Contains(t, out, "The two are the same, but for comments that you began with.")
}

func TestDiffWithoutGitShowsTheWholeAnswer(t *testing.T) {
	call := withAnswers(t, "package ride\n")
	t.Setenv("PATH", t.TempDir())
	out := call((*learner).diff, "--spoil", "ride", "more")
	assert.Contains(t, out, "There is no git here that could compare the two.")
	assert.Contains(t, out, "//\n// Who does not count.\npackage ride\n\nconst seats = 10 + 1\n")
}

func TestDiffWaitsForTheLearnersOwnAnswer(t *testing.T) {
	root, learn := small(t)
	out, code := learn("diff", "ride")
	assert.Equal(t, notYet, code, out)
	assert.Contains(t, out, "does not pass yet")
	assert.Contains(t, out, "go tool learn diff --spoil ride")
	assert.NotContains(t, out, "chan struct{}")

	copyFile(t, filepath.Join(root, solution, "testdata", "right", "mutex.go"), filepath.Join(root, exercise, "ride.go"))
	out, code = learn("diff", "ride")
	assert.Equal(t, yes, code, out)
	assert.Contains(t, out, "aboard chan struct{}")
	assert.Contains(t, out, "A mutex and a counter.")
	out, code = learn("hint")
	assert.Equal(t, yes, code, out)
	assert.Contains(t, out, "Every exercise passes: there is nothing to hint at.")

	require.NoError(t, os.Remove(filepath.Join(root, exercise, "ride.go")))
	out, code = learn("diff", "ride")
	assert.Equal(t, notYet, code, out)
	out, _ = learn("hint")
	assert.Contains(t, out, "no heading for 01-backpressure/1-ride", "what does not pass is next, and has no page here")
}
