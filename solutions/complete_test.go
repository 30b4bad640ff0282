package solutions

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// Each exercise has its section with hints in the chapter, and nothing of the
// skeleton that it began as is left to be filled in. The learner's own file is
// not looked at: what it says is the learner's business.
func TestEveryExerciseIsFilledIn(t *testing.T) {
	_, exercises := start(t)
	for _, e := range exercises {
		t.Run(e.ID, func(t *testing.T) {
			hints, err := e.Hints()
			if assert.NoError(t, err) {
				assert.GreaterOrEqual(t, len(hints), 3, "%s has too few hints", e.ID)
			}
			chapter := filepath.Dir(e.Dir())
			files, err := filepath.Glob(filepath.Join(e.Dir(), "*_test.go"))
			require.NoError(t, err)
			files = append(files, filepath.Join(chapter, "README.md"))
			err = filepath.WalkDir(e.SolutionDir(), func(file string, entry fs.DirEntry, err error) error {
				if err == nil && !entry.IsDir() {
					files = append(files, file)
				}
				return err
			})
			require.NoError(t, err)
			for _, file := range files {
				text, err := os.ReadFile(file)
				require.NoError(t, err)
				name, _ := filepath.Rel(filepath.Dir(chapter), file)
				for i, line := range strings.Split(string(text), "\n") {
					_, missing, blank := strings.Cut(line, course.Blank)
					assert.False(t, blank, "%s:%d is still to be filled in%s", filepath.ToSlash(name), i+1, missing)
				}
			}
		})
	}
}
