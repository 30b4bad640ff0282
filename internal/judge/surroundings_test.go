package judge_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// elsewhere copies what the ride needs to a directory whose path is not easy,
// with the right answer as the learner's, and returns how to judge that.
func elsewhere(t *testing.T) (dir string, verdict func() judge.Verdict) {
	t.Helper()
	here, err := course.Open(".")
	require.NoError(t, err)
	root := filepath.Join(t.TempDir(), "mein Kurs é [1]")
	ride := filepath.Join("01-backpressure", "1-ride")
	for _, name := range []string{"internal/schedule", "internal/epitaph", "solutions/01-backpressure/1-ride"} {
		require.NoError(t, os.CopyFS(filepath.Join(root, name), os.DirFS(filepath.Join(here.Root, name))))
	}
	dir = filepath.Join(root, ride)
	require.NoError(t, os.MkdirAll(dir, 0o755))
	for _, name := range []string{"go.mod", "go.sum", filepath.Join(ride, "ride_test.go")} {
		copyFile(t, filepath.Join(here.Root, name), filepath.Join(root, name))
	}
	copyFile(t, filepath.Join("testdata", "right.go"), filepath.Join(dir, "ride.go"))
	c, err := course.Open(root)
	require.NoError(t, err)
	return dir, func() judge.Verdict {
		j, err := judge.New(c)
		require.NoError(t, err)
		verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0]})
		require.NoError(t, err)
		return verdicts[0]
	}
}

// asBefore leaves the tests and the right answer in the exercise's directory.
func asBefore(t *testing.T, dir string) {
	t.Helper()
	files, err := course.Files(dir, "*.go")
	require.NoError(t, err)
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") {
			require.NoError(t, os.Remove(file))
		}
	}
	copyFile(t, filepath.Join("testdata", "right.go"), filepath.Join(dir, "ride.go"))
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(to, text, 0o600))
}

// The learner's own files may be in any state, and in any place.
func TestTheLearnersOwnFiles(t *testing.T) {
	dir, judged := elsewhere(t)
	helper := "package ride\n\nfunc helper() int { return 1 }\n"
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		build  string // in what the compiler says; "" means that it is accepted
	}{
		{"as they should be", func(t *testing.T, dir string) {}, ""},
		{"a helper beside it", func(t *testing.T, dir string) {
			writeFile(t, filepath.Join(dir, "helper.go"), helper)
		}, ""},
		{"a helper that is broken", func(t *testing.T, dir string) {
			writeFile(t, filepath.Join(dir, "helper.go"), helper[:len(helper)-3])
		}, "helper.go:"},
		{"a file of another package beside it", func(t *testing.T, dir string) {
			writeFile(t, filepath.Join(dir, "old.go"), strings.Replace(helper, "ride", "old", 1))
		}, "begins with the line: package ride"},
		{"a copy beside it", func(t *testing.T, dir string) {
			copyFile(t, filepath.Join(dir, "ride.go"), filepath.Join(dir, "ride_old.go"))
		}, "redeclared"},
		{"gone", func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, "ride.go")))
		}, "solutions/01-backpressure/1-ride/testdata/start/ride.go"},
		{"in a tree that nobody may write to", func(t *testing.T, dir string) {
			readOnly(t, filepath.Dir(filepath.Dir(dir)))
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Cleanup(func() { asBefore(t, dir) })
			c.change(t, dir)
			verdict := judged()
			if c.build == "" {
				assert.True(t, verdict.Passed(), "%v %v", verdict.Build, verdict.Failed())
				return
			}
			assert.Contains(t, strings.Join(verdict.Build, "\n"), c.build)
		})
	}
}

// An answer that deletes its own tests is judged by them all the same.
func TestAnAnswerMayDeleteItsTests(t *testing.T) {
	dir, judged := elsewhere(t)
	tests := filepath.Join(dir, "ride_test.go")
	// By its whole name: the go command would remember what another run said, and
	// delete nothing.
	deletes := misbehaviour{imports: "os", full: fmt.Sprintf("_ = os.Remove(%q)", tests)}
	copyFile(t, deletes.write(t), filepath.Join(dir, "ride.go"))
	verdict := judged()
	assert.True(t, verdict.Passed(), "%v %v", verdict.Build, verdict.Failed())
	assert.NoFileExists(t, tests)
}

// A go command that is too old says so itself.
func TestAnOldGoCommandSpeaksForItself(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in for an old go command is a shell script")
	}
	const says = "go.mod requires go >= 1.25.0 (running go 1.22.1; GOTOOLCHAIN=local)"
	stub := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(stub, "go"), []byte("#!/bin/sh\necho 'go: "+says+"' >&2\nexit 1\n"), 0o700))
	c, err := course.Open(".")
	require.NoError(t, err)
	t.Setenv("PATH", stub+string(os.PathListSeparator)+os.Getenv("PATH"))
	_, err = judge.New(c)
	assert.ErrorContains(t, err, says)
}

// Without a C compiler there is no race detector, and everything else.
func TestWithoutACompiler(t *testing.T) {
	t.Setenv("CC", "no-such-compiler")
	c, j := judgeHere(t)
	assert.False(t, j.Tools().Race)
	assert.Contains(t, j.Tools().Why, "no-such-compiler")
	verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: misbehaviour{}.write(t)})
	require.NoError(t, err)
	assert.True(t, verdicts[0].Passed(), "%v %v", verdicts[0].Build, verdicts[0].Failed())
}

// What a killed judge has left is swept away, in the end.
func TestOldTemporaryDirectoriesAreSweptAway(t *testing.T) {
	old := filepath.Join(os.TempDir(), "backpressure-answers-1")
	young := filepath.Join(os.TempDir(), "backpressure-answers-2")
	for _, dir := range []string{old, young} {
		require.NoError(t, os.Mkdir(dir, 0o700))
		t.Cleanup(func() { os.RemoveAll(dir) })
	}
	before := time.Now().Add(-25 * time.Hour)
	require.NoError(t, os.Chtimes(old, before, before))
	judgeHere(t)
	assert.NoDirExists(t, old)
	assert.DirExists(t, young)
}

func writeFile(t *testing.T, file, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
}

// readOnly takes the permission to write from a tree until the test ends.
func readOnly(t *testing.T, root string) {
	t.Helper()
	set := func(file, dir os.FileMode) {
		require.NoError(t, filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() {
				return os.Chmod(path, dir)
			}
			return os.Chmod(path, file)
		}))
	}
	set(0o400, 0o500)
	t.Cleanup(func() { set(0o600, 0o700) })
}
