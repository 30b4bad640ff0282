package prose_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each picture in docs is what the program of its name draws, byte for byte; a
// page shows it, and says in words what it is.
func TestPicturesAreWhatTheirProgramsDraw(t *testing.T) {
	t.Parallel()
	root, all := pages(t)
	shown := make(map[string]bool)
	for _, page := range all {
		for _, link := range page.Links {
			shown[filepath.Join(filepath.Dir(page.File), filepath.FromSlash(link))] = true
		}
	}
	pictures, err := filepath.Glob(filepath.Join(root, "docs", "pictures", "*.svg"))
	require.NoError(t, err)
	require.NotEmpty(t, pictures)
	for _, picture := range pictures {
		name := strings.TrimSuffix(filepath.Base(picture), ".svg")
		assert.True(t, shown[picture], "no page shows %s.svg", name)
		kept, err := os.ReadFile(picture)
		require.NoError(t, err)
		assert.Less(t, len(kept), 20_000, "%s.svg is too large to be looked at in a diff", name)
		for _, part := range []string{"<title>", "<desc>", "prefers-color-scheme:dark"} {
			assert.Contains(t, string(kept), part, "%s.svg", name)
		}
		if lanes[name] != nil {
			continue // TestLanesAreWhatTheirRunsDraw
		}
		programs, err := filepath.Glob(filepath.Join(root, "docs", "*", name, "main.go"))
		require.NoError(t, err)
		require.Len(t, programs, 1, "%s.svg: one program in docs has its name", name)
		program, err := filepath.Rel(root, filepath.Dir(programs[0]))
		require.NoError(t, err)
		drawn := run(t, root, "go run ./"+filepath.ToSlash(program)).drawn
		assert.Equal(t, drawn, strings.ReplaceAll(string(kept), "\r\n", "\n"), "%s.svg is an old one; make pictures draws it again", name)
	}
}
