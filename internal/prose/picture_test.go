package prose_test

import (
	"os"
	"os/exec"
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
		drawn, err := os.ReadFile(draw(t, root, name))
		require.NoError(t, err)
		assert.Equal(t, string(drawn), strings.ReplaceAll(string(kept), "\r\n", "\n"), "%s.svg is an old one; make pictures draws it again", name)
	}
}

// draw runs the program that draws a picture, and returns the file.
func draw(t *testing.T, root, name string) string {
	t.Helper()
	programs, err := filepath.Glob(filepath.Join(root, "docs", "*", name, "main.go"))
	require.NoError(t, err)
	require.Len(t, programs, 1, "%s.svg: one program in docs has its name", name)
	file := filepath.Join(t.TempDir(), name+".svg")
	cmd := exec.Command("go", "run", filepath.Dir(programs[0]), "-svg", file)
	cmd.Dir = root
	printed, err := cmd.CombinedOutput()
	require.NoError(t, err, string(printed))
	return file
}
