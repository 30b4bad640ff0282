package solutions

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// trouble is what each chapter's program shows before anything is solved.
var trouble = map[string]string{
	"01-backpressure": "too many",
	"02-waitgroup":    "Run returned when 0 of 4 rides were closed.",
	"03-combined":     "6 inspections at once, by 2 mechanics.",
}

// Each chapter's program runs to its end, in time, with what the learner
// begins with and with the reference answers, and shows the trouble before and
// not after.
func TestProgramsPlayBeforeAndAfter(t *testing.T) {
	t.Parallel()
	c, err := course.Open(".")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	play := func(chapter course.Chapter, pieces judge.Pieces) string {
		program, err := j.Build(t.Context(), chapter, pieces)
		require.NoError(t, err)
		defer program.Remove()
		assert.Empty(t, program.Replaced)
		began := time.Now()
		out, err := exec.Command(program.File).CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Less(t, time.Since(began), 2*time.Minute, "it plays for seconds; the rest is for a busy machine")
		assert.True(t, strings.HasSuffix(string(out), ".\n"), "the last line is no sentence:\n%s", out)
		return string(out)
	}
	for _, chapter := range c.Chapters {
		t.Run(chapter.Name, func(t *testing.T) {
			t.Parallel() // most of the time they wait
			require.Contains(t, trouble, chapter.Name, "say above what its trouble looks like")
			assert.Contains(t, play(chapter, judge.Starts), trouble[chapter.Name])
			assert.NotContains(t, play(chapter, judge.References), trouble[chapter.Name])
		})
	}
}
