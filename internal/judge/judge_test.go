package judge_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

func TestVetIsAdviceAndNoVerdict(t *testing.T) {
	copies := misbehaviour{rest: "func look(r Ride) int { return r.seats }"}
	c, j := judgeHere(t)
	j.WithoutAdvice = false
	verdict := ask(t, c, j, copies.write(t))
	assert.True(t, verdict.Passed())
	require.Len(t, verdict.Advice, 1)
	assert.Contains(t, verdict.Advice[0], "passes lock by value")
	assert.Empty(t, ask(t, c, j, misbehaviour{}.write(t)).Advice)
}

func TestARaceIsToldInASentence(t *testing.T) {
	c, j := judgeHere(t)
	if !j.Tools().Race {
		t.Skip(j.Tools().Why)
	}
	wrong := filepath.Join(c.Root, "solutions/01-backpressure/1-ride/testdata/wrong/no_lock.go")
	verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: wrong})
	require.NoError(t, err)
	require.NotNil(t, verdicts[0].Race)
	assert.Regexp(t, `^a data race on ride\.go:\d+.*(write|writes).*nothing puts the two in order$`, verdicts[0].Race.String())
	assert.Contains(t, verdicts[0].Race.Accesses[0].Text, "r.aboard")
	assert.Regexp(t, "^Test", verdicts[0].Race.Test)
}

func TestAnEmptyBuildCacheIsCold(t *testing.T) {
	_, j := judgeHere(t)
	t.Setenv("GOCACHE", t.TempDir())
	assert.True(t, j.Tools().Cold(t.Context(), false))
}

func TestAnAnswerThatIsNotThereIsAnError(t *testing.T) {
	c, j := judgeHere(t)
	_, err := j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: filepath.Join(c.Root, "no", "such.go")})
	assert.ErrorContains(t, err, "can't read the answer")
	_, err = j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: "such.go"})
	assert.ErrorContains(t, err, "not an absolute path")
}

// TestMain gives the tests a place of their own for temporary files, and fails
// when anything is left there: every answer that hangs is killed at its end.
func TestMain(m *testing.M) {
	place, err := os.MkdirTemp("", "judge")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		os.Setenv(name, place)
	}
	code := m.Run()
	left, err := os.ReadDir(place)
	if code == 0 && (err != nil || len(left) > 0) {
		fmt.Println("temporary files are left behind:", left, err)
		code = 1
	}
	os.RemoveAll(place)
	os.Exit(code)
}

// askFile judges a file as an answer to the ride.
func askFile(t *testing.T, file string) judge.Verdict {
	t.Helper()
	c, j := judgeHere(t)
	return ask(t, c, j, file)
}

func ask(t *testing.T, c *course.Course, j *judge.Judge, file string) judge.Verdict {
	t.Helper()
	rides, err := c.Find("01-backpressure/1-ride")
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
