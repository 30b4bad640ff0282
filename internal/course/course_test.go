package course_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// lay writes files, by their slash-separated names, into a new directory.
func lay(t *testing.T, files map[string]string) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	}
	return root
}

func small() map[string]string {
	return map[string]string{
		"go.mod":                    "module example.com/small\n",
		"01-seats/README.md":        "# 01 Seats\n\n## 1-chair · one\n\n## 2-bench · more (deeper)\n",
		"01-seats/1-chair/chair.go": "package chair\n",
		"01-seats/1-chair/chair_test.go": "package chair_test\n\nfunc TestIt(t *testing.T) {}\n\n" +
			"func TestMore(t *testing.T) {}\n\nfunc Testing() {}\n\nfunc helper(t *testing.T) {}\n",
		"01-seats/2-bench/bench.go":                            "package bench\n",
		"01-seats/notes/notes.go":                              "package notes\n",
		"02-later/main.go":                                     "package main\n",
		"docs/x.md":                                            "# x\n",
		"solutions/01-seats/1-chair/chair.go":                  "package chair\n",
		"solutions/01-seats/1-chair/testdata/start/chair.go":   "package chair\n",
		"solutions/01-seats/1-chair/testdata/start/fails.txt":  "Fails: race TestMore TestIt\n",
		"solutions/01-seats/1-chair/testdata/right/other.go":   "// Another\n// way.\npackage chair\n",
		"solutions/01-seats/1-chair/testdata/wrong/no_legs.go": "// It has no legs.\n//\n// So it falls.\n//\n// Fails: TestIt\npackage chair\n",
	}
}

func TestTheTreeIsTheList(t *testing.T) {
	root := lay(t, small())
	c, err := course.Open(filepath.Join(root, "01-seats", "1-chair"))
	require.NoError(t, err)
	assert.Equal(t, "example.com/small", c.Module)
	require.Len(t, c.Chapters, 2)
	assert.Equal(t, "01", c.Chapters[0].Number())

	all := c.Exercises()
	require.Len(t, all, 2)
	chair, bench := all[0], all[1]
	assert.Equal(t, "01-seats/1-chair", chair.ID)
	assert.Equal(t, "chair", chair.Package)
	assert.Equal(t, "1-chair · one", chair.Heading)
	assert.False(t, chair.Deeper)
	assert.True(t, bench.Deeper)
	assert.False(t, chair.Started(), "the file equals its start")
	assert.True(t, bench.Started(), "there is no start to compare with")

	tests, err := chair.Tests()
	require.NoError(t, err)
	assert.Equal(t, []string{"TestIt", "TestMore"}, tests)
	_, err = bench.Tests()
	assert.ErrorContains(t, err, "has no test file")
}

func TestNamesThatALearnerMayType(t *testing.T) {
	c, err := course.Open(lay(t, small()))
	require.NoError(t, err)
	for _, name := range []string{"01", "1", "seats", "01-seats", "01-seats/"} {
		found, err := c.Find(name)
		require.NoError(t, err, name)
		assert.Len(t, found, 2, name)
	}
	for _, name := range []string{"chair", "1-chair", "01-seats/1-chair", "./01-seats/1-chair/chair.go",
		filepath.Join(c.Root, "01-seats", "1-chair")} {
		found, err := c.Find(name)
		require.NoError(t, err, name)
		require.Len(t, found, 1, name)
		assert.Equal(t, "chair", found[0].Package)
	}
	_, err = c.Find("sofa")
	assert.ErrorContains(t, err, `no chapter or exercise "sofa"`)
	assert.ErrorContains(t, err, "01-seats/2-bench", "the error lists what there is")
	_, err = c.Chapter("07")
	assert.ErrorContains(t, err, "02-later")
}

func TestHeadersSayWhatAnAnswerIs(t *testing.T) {
	c, err := course.Open(lay(t, small()))
	require.NoError(t, err)
	answers, err := c.Exercises()[0].Answers()
	require.NoError(t, err)
	require.Len(t, answers, 4)
	start, reference, right, wrong := answers[0], answers[1], answers[2], answers[3]
	assert.Equal(t, []string{"TestIt", "TestMore"}, start.Fails)
	assert.True(t, start.Race)
	assert.Equal(t, "reference", reference.Name())
	assert.Equal(t, "Another way.", right.Title)
	assert.Equal(t, "right/other", right.Name())
	assert.Equal(t, "wrong/no_legs", wrong.Name())
	assert.Equal(t, "It has no legs.", wrong.Title)
	assert.Equal(t, "So it falls.", wrong.Why)
	assert.Equal(t, []string{"TestIt"}, wrong.Fails)
	assert.False(t, wrong.Race)
}

// What is missing is named, together with what to do about it.
func TestWhatIsMissingIsNamed(t *testing.T) {
	const solution = "solutions/01-seats/1-chair/"
	for missing, c := range map[string]struct {
		spoil func(files map[string]string)
		says  string
	}{
		"reference": {func(f map[string]string) { delete(f, solution+"chair.go") }, "write solutions/01-seats/1-chair/chair.go"},
		"start":     {func(f map[string]string) { delete(f, solution+"testdata/start/chair.go") }, "has no pristine start"},
		"fails":     {func(f map[string]string) { delete(f, solution+"testdata/start/fails.txt") }, "nothing says which tests the start fails"},
		"nothing":   {func(f map[string]string) { f[solution+"testdata/start/fails.txt"] = "Fails:\n" }, "write the tests that the start fails"},
		"header":    {func(f map[string]string) { f[solution+"testdata/right/other.go"] = "package chair\n" }, "has no header"},
		"verdict": {func(f map[string]string) {
			f[solution+"testdata/wrong/no_legs.go"] = "// It has no legs.\npackage chair\n"
		},
			"does not say which tests it fails"},
		"place": {func(f map[string]string) {
			f[solution+"testdata/right/other.go"] = "// Odd.\n//\n// Fails: TestIt\npackage chair\n"
		},
			"stands among the right answers"},
	} {
		t.Run(missing, func(t *testing.T) {
			files := small()
			c.spoil(files)
			opened, err := course.Open(lay(t, files))
			require.NoError(t, err)
			_, err = opened.Exercises()[0].Answers()
			assert.ErrorContains(t, err, c.says)
		})
	}
}

func TestOutsideACourse(t *testing.T) {
	_, err := course.Open(t.TempDir())
	require.Error(t, err)
	assert.True(t, strings.Contains(err.Error(), "not inside the course"), err)
	_, err = course.Open(lay(t, map[string]string{"go.mod": "module x\n"}))
	assert.ErrorContains(t, err, "holds no chapter")
}
