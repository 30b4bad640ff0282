package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// room lays a course of one exercise out in a new directory, and returns the
// exercise's directory and what calls a command there. There is nothing that
// could judge an answer.
func room(t *testing.T, files map[string]string) (dir string, call func(verb, ...string) string) {
	t.Helper()
	root := t.TempDir()
	all := map[string]string{
		"go.mod":                               "module example.com/small\n",
		exercise + "/ride_test.go":             "package ride_test\n",
		solution + "/testdata/start/ride.go":   begin,
		solution + "/testdata/start/fails.txt": "Fails: TestIt\n",
	}
	for name, text := range files {
		all[exercise+"/"+name] = text
	}
	for name, text := range all {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	return filepath.Join(root, filepath.FromSlash(exercise)), func(command verb, args ...string) string {
		t.Helper()
		l, out := at(t, root)
		code, err := command(l, t.Context(), args)
		if err != nil {
			out.WriteString(err.Error())
		}
		assert.Equal(t, err != nil, code == unknown, "%d: %v", code, err)
		return out.String()
	}
}

// verb is a method that runs a command.
type verb = func(*learner, context.Context, []string) (int, error)

// at returns the learner of the course that dir belongs to, and what is said.
func at(t *testing.T, dir string) (*learner, *bytes.Buffer) {
	t.Helper()
	c, err := course.Open(dir)
	require.NoError(t, err)
	var out bytes.Buffer
	return &learner{course: c, out: &out, err: &out}, &out
}

// texts returns what lies in a directory, by name.
func texts(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	found := make(map[string]string)
	for _, entry := range entries {
		if entry.Name() == "ride_test.go" {
			continue
		}
		body, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		require.NoError(t, err)
		found[entry.Name()] = string(body)
	}
	return found
}

const (
	begin = "package ride // the start\n"
	mine  = "package ride // mine\n"
	other = "package ride // mine, later\n"
)

func TestResetKeepsWhatWasThere(t *testing.T) {
	type files = map[string]string
	for name, c := range map[string]struct {
		args   []string
		before files
		after  files
		says   string
	}{
		"nothing to do": {[]string{"ride"},
			files{"ride.go": begin},
			files{"ride.go": begin}, "is as it began. Nothing was changed."},
		"a text": {[]string{"ride"},
			files{"ride.go": mine},
			files{"ride.go": begin, "ride.go.kept-1": mine}, "go tool learn reset --back ride"},
		"a file that is missing": {[]string{"ride"},
			files{},
			files{"ride.go": begin}, "begins anew"},
		"an empty file": {[]string{"ride"},
			files{"ride.go": ""},
			files{"ride.go": begin}, "begins anew"},
		"another was kept before": {[]string{"ride"},
			files{"ride.go": mine, "ride.go.kept-1": other, "ride.go.kept-7": other},
			files{"ride.go": begin, "ride.go.kept-1": other, "ride.go.kept-7": other, "ride.go.kept-8": mine}, "ride.go.kept-8"},
		"more files, and some that are nobody's": {[]string{"ride"},
			files{"ride.go": mine, "helper.go": other, "my_test.go": mine, "notes.txt": mine, "ride.go.kept-x": mine},
			files{"ride.go": begin, "ride.go.kept-1": mine, "helper.go.kept-1": other, "my_test.go": mine, "notes.txt": mine, "ride.go.kept-x": mine}, "helper.go.kept-1"},
		"a helper beside the start": {[]string{"ride"},
			files{"ride.go": begin, "helper.go": other},
			files{"ride.go": begin, "helper.go.kept-1": other}, "begins anew"},
		"back": {[]string{"--back", "ride"},
			files{"ride.go": begin, "ride.go.kept-1": other, "ride.go.kept-2": mine},
			files{"ride.go": mine, "ride.go.kept-1": other, "ride.go.kept-2": mine}, "is as it was"},
		"back with company": {[]string{"--back", "ride"},
			files{"ride.go": begin, "ride.go.kept-1": mine, "helper.go.kept-1": other},
			files{"ride.go": mine, "helper.go": other, "ride.go.kept-1": mine, "helper.go.kept-1": other}, "is as it was"},
		"two change places": {[]string{"--back", "ride"},
			files{"ride.go": other, "helper.go": mine, "ride.go.kept-1": mine},
			files{"ride.go": mine, "ride.go.kept-1": mine, "ride.go.kept-2": other, "helper.go.kept-2": mine}, "ride.go.kept-2"},
		"back again": {[]string{"--back", "ride"},
			files{"ride.go": mine, "ride.go.kept-1": mine},
			files{"ride.go": mine, "ride.go.kept-1": mine}, "is what was kept last"},
		"back after a reset that was stopped": {[]string{"--back", "ride"},
			files{"ride.go": begin, "ride.go.kept-1": mine, "ride.go.kept-2": ""},
			files{"ride.go": mine, "ride.go.kept-1": mine, "ride.go.kept-2": ""}, "is as it was"},
		"back from nowhere": {[]string{"--back", "ride"},
			files{"ride.go": mine},
			files{"ride.go": mine}, "nothing of 01-backpressure/1-ride is kept"},
		"a chapter": {[]string{"01"},
			files{"ride.go": mine},
			files{"ride.go": mine}, `"01" is the whole chapter 01-backpressure`},
		"no exercise": {nil,
			files{"ride.go": mine},
			files{"ride.go": mine}, "reset takes one exercise"},
	} {
		t.Run(name, func(t *testing.T) {
			dir, call := room(t, c.before)
			assert.Contains(t, call((*learner).reset, c.args...), c.says)
			assert.Equal(t, c.after, texts(t, dir))
		})
	}
}

func TestResetThenBackThenBack(t *testing.T) {
	dir, call := room(t, map[string]string{"ride.go": mine})
	call((*learner).reset, "ride")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "ride.go"), []byte(other), 0o644))
	for _, expected := range []string{mine, other, mine} {
		call((*learner).reset, "--back", "ride")
		assert.Equal(t, expected, texts(t, dir)["ride.go"])
	}
}

// Whatever lies in the way gets a sentence, and nothing is lost.
func TestResetLeavesALinkAlone(t *testing.T) {
	for _, name := range []string{"ride.go", "helper.go"} {
		dir, call := room(t, map[string]string{"notes.txt": mine, "ride.go": other})
		_ = os.Remove(filepath.Join(dir, name))
		if err := os.Symlink("notes.txt", filepath.Join(dir, name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
		before := texts(t, dir)
		assert.Contains(t, call((*learner).reset, "ride"), exercise+"/"+name+" is a link")
		assert.Equal(t, before, texts(t, dir))
		info, err := os.Lstat(filepath.Join(dir, name))
		require.NoError(t, err)
		assert.NotZero(t, info.Mode()&os.ModeSymlink)
	}
}

func TestKeepNeverReplacesAFile(t *testing.T) {
	dir, _ := room(t, map[string]string{"ride.go": mine, "ride.go.kept-3": other})
	err := keep(text{file: filepath.Join(dir, "ride.go"), body: []byte(mine), mode: 0o644}, 3)
	assert.ErrorIs(t, err, os.ErrExist)
	assert.Equal(t, other, texts(t, dir)["ride.go.kept-3"])
}

// The go command must not look at what is kept, and neither may the course.
func TestWhatIsKeptIsNoPartOfTheExercise(t *testing.T) {
	dir, call := room(t, map[string]string{"ride.go": mine, "helper.go": "no Go at all"})
	call((*learner).reset, "ride")
	found, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	for _, file := range found {
		assert.False(t, strings.HasPrefix(filepath.Base(file), "helper"), file)
	}
	c, err := course.Open(dir)
	require.NoError(t, err)
	assert.False(t, c.Exercises()[0].Started())
}
