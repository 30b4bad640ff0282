package judge_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/judge"
)

// The proof of the course judges many answers together, a learner's is judged
// alone, and both hear the same.
func TestManyHearWhatOneHears(t *testing.T) {
	c, j := judgeHere(t)
	ride := c.Exercises()[0]
	twice := filepath.Join(t.TempDir(), "twice.go")
	right, err := os.ReadFile(judge.References(ride).File)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(twice, right, 0o600))
	panics := misbehaviour{full: `go func() { panic("no seat") }()`}
	broken := misbehaviour{edit: replace("r.aboard++", "r.aboard+++")}
	empty := misbehaviour{edit: func(string) string { return "" }}
	answers := []judge.Answer{judge.References(ride), {Exercise: ride, File: twice}, judge.Starts(ride),
		{Exercise: ride, File: panics.write(t)}, {Exercise: ride, File: broken.write(t)}, {Exercise: ride, File: empty.write(t)}}

	many, err := j.Many(t.Context(), answers...)
	require.NoError(t, err)
	require.Len(t, many, len(answers))
	for i, answer := range answers {
		one, err := j.Answers(t.Context(), answer)
		require.NoError(t, err)
		assert.Equal(t, ride, many[i].Exercise)
		assert.Equal(t, one[0].Passed(), many[i].Passed(), answer.File)
		assert.Equal(t, one[0].Build, many[i].Build, answer.File)
		assert.Equal(t, one[0].Failed(), many[i].Failed(), answer.File)
		assert.Equal(t, one[0].Said(), many[i].Said(), answer.File)
		assert.Equal(t, one[0].Race == nil, many[i].Race == nil, answer.File)
	}

	_, err = j.Many(t.Context(), judge.Answer{Exercise: ride, File: filepath.Join(c.Root, "no", "such.go")})
	assert.ErrorContains(t, err, "can't lay out the answers: open ")
}

// A flood ends the run of all. Whoever had not begun is not to blame.
func TestAFloodTakesNobodysTurn(t *testing.T) {
	t.Setenv("GOFLAGS", "-p=1") // one after the other: the second has not begun
	c, j := judgeHere(t)
	j.Fresh = true // or the go command may know already what the second says
	flood := misbehaviour{full: `for { fmt.Println("sorry") }`}
	ride, tasks := c.Exercises()[0], c.Exercises()[5]
	verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: ride, File: flood.write(t)}, judge.References(tasks))
	require.NoError(t, err)
	assert.False(t, verdicts[0].Passed())
	assert.Empty(t, verdicts[1].Failed())
	assert.True(t, verdicts[1].Passed())
}
