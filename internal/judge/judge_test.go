package judge_test

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// Whatever an answer does, it gets a verdict that names it, and the tests that
// do not touch the misbehaviour get theirs. How long it takes is not measured: on
// a new machine most of it is compiling. The judge's bounds see to that.
func TestMisbehavingAnswersGetAVerdict(t *testing.T) {
	const (
		full  = "TestTheGuestAfterTheLastSeatIsTurnedAway" // meets the misbehaviour
		other = "TestEverySeatIsFilled"                    // does not
	)
	for _, c := range []struct {
		file string
		test string // that meets it; "" means full
		text string // in its message
		// later is in the message of a test that explores, and comes after it
		later string
		// everything: not even the other tests can have a verdict
		everything bool
	}{
		{file: "hangs", text: "deadlock: "},
		{file: "spins", text: "hang: "},
		{file: "spins_politely", text: "hang: ", later: "busy loop: ride.go:"},
		{file: "spins_outside", test: "TestARideNeedsASeat", text: "hang: "},
		{file: "leaves_somebody", text: "\n    goroutine 1 (ride.go:28) stands at ride.go:34: <-r.never"},
		{file: "deadlocks", text: "deadlock: everybody waits"},
		{file: "panics_elsewhere", text: "panic: no seat"},
		{file: "exits_zero", text: "os.Exit"},
		{file: "exits_one", text: "the program ended in the middle of this test"},
		{file: "exits_early", text: "the program ended before this test began", everything: true},
		{file: "floods", text: "printed more than 1 MB"},
		{file: "unlocks_twice", text: "unlock of unlocked mutex"},
	} {
		t.Run(c.file, func(t *testing.T) {
			t.Parallel() // most of them only wait
			verdict := ask(t, c.file)
			assert.False(t, verdict.Passed())
			met := find(t, verdict, cmp.Or(c.test, full))
			require.NotEmpty(t, met.Messages)
			assert.Contains(t, met.Messages[0].Text, c.text)
			if c.later != "" {
				explored := find(t, verdict, "TestTheLastSeatGoesToOneGuest")
				require.NotEmpty(t, explored.Messages)
				assert.Contains(t, explored.Messages[0].Text, c.later)
			}
			if c.everything {
				assert.Equal(t, judge.NotRun, find(t, verdict, other).Result)
			} else {
				assert.Equal(t, judge.Passed, find(t, verdict, other).Result)
			}
			for _, test := range verdict.Tests {
				size := 0
				for _, line := range test.Output {
					size += len(line)
				}
				assert.Less(t, size, 2<<20, "%s keeps too much of what was printed", test.Name)
			}
		})
	}
}

func TestWhatDoesNotCompileIsToldByTheCompiler(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.go")
	require.NoError(t, os.WriteFile(broken, []byte("package ride\n\nfunc New(seats int) *Ride {\n"), 0o600))
	verdict := askFile(t, broken)
	require.NotEmpty(t, verdict.Build)
	assert.Regexp(t, `^broken\.go:4:\d+: syntax error`, verdict.Build[0])
	assert.Empty(t, verdict.Tests)

	verdict = ask(t, "renamed")
	assert.Contains(t, strings.Join(verdict.Build, "\n"), "Board")
	assert.Contains(t, strings.Join(verdict.Build, "\n"), "Does ride.go still declare it")
}

func TestVetIsAdviceAndNoVerdict(t *testing.T) {
	verdict := ask(t, "copies_a_lock")
	assert.True(t, verdict.Passed())
	require.Len(t, verdict.Advice, 1)
	assert.Contains(t, verdict.Advice[0], "passes lock by value")
	assert.Empty(t, ask(t, "right").Advice)
}

func TestARaceIsToldInASentence(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	if !j.Tools().Race {
		t.Skip(j.Tools().Why)
	}
	wrong := filepath.Join(c.Root, "solutions/01-backpressure/1-ride/testdata/wrong/no_lock.go")
	verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: wrong})
	require.NoError(t, err)
	require.NotNil(t, verdicts[0].Race)
	assert.Regexp(t, `^a data race on ride\.go:\d+.*(write|writes).*nothing puts the two in order$`, verdicts[0].Race.String())
	assert.Contains(t, verdicts[0].Race.Accesses[0].Text, "r.aboard")
}

func TestAnAnswerThatIsNotThereIsAnError(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	_, err = j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: filepath.Join(c.Root, "no", "such.go")})
	assert.ErrorContains(t, err, "can't read the answer")
	_, err = j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: "such.go"})
	assert.ErrorContains(t, err, "not an absolute path")
}

// ask judges a file of testdata as an answer to the ride.
func ask(t *testing.T, name string) judge.Verdict {
	t.Helper()
	file, err := filepath.Abs(filepath.Join("testdata", name+".go"))
	require.NoError(t, err)
	return askFile(t, file)
}

func askFile(t *testing.T, file string) judge.Verdict {
	t.Helper()
	c, err := course.Open(".")
	require.NoError(t, err)
	rides, err := c.Find("01-backpressure/1-ride")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: rides[0], File: file})
	require.NoError(t, err)
	require.Len(t, verdicts, 1)
	return verdicts[0]
}

func find(t *testing.T, v judge.Verdict, name string) judge.Test {
	t.Helper()
	for _, test := range v.Tests {
		if test.Name == name {
			return test
		}
	}
	require.Fail(t, "the verdict has no test "+name)
	return judge.Test{}
}
