package prose_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/prose"
)

// The field guide says what the headers and the record say.
func TestTheFieldGuideIsMadeFromTheAnswers(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	for _, e := range c.Exercises() {
		answers, err := e.Answers()
		require.NoError(t, err)
		file := filepath.Join(c.Root, filepath.FromSlash(prose.GuideFile(e)))
		want := prose.Guide(c.Root, e, answers)
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
			require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		}
		got, err := os.ReadFile(file)
		if assert.NoError(t, err, "run \"make prose\"") {
			assert.True(t, want == string(got), "%s is not what the answers of %s say: run \"make prose\"", prose.GuideFile(e), e.ID)
		}
	}
}
