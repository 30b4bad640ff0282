package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

func TestNamesThatANewExerciseCanNotHave(t *testing.T) {
	for name, says := range map[string]string{
		"":                        "new takes a chapter and a name",
		"9-sofa":                  `"9-sofa": expected a chapter and a name`,
		"07/9-sofa":               "There are:\n  01-backpressure",
		"01-backpressure/sofa":    "a number, a hyphen and lower-case letters",
		"01-backpressure/9-Sofa":  "a number, a hyphen and lower-case letters",
		"01-backpressure/9-so_a":  "a number, a hyphen and lower-case letters",
		"01-backpressure/09-sofa": "a number, a hyphen and lower-case letters",
		"01-backpressure/9-":      "a number, a hyphen and lower-case letters",
		"01/9-sofa/more":          "a number, a hyphen and lower-case letters",
		"01-backpressure/../9-a":  "a number, a hyphen and lower-case letters",
		"01-backpressure/1-sofa":  "01-backpressure/1-ride has the number 1 already",
		"01-backpressure/9-ride":  "01-backpressure/1-ride is called so already",
		"01/9-backpressure":       "chapter 01-backpressure is called so already",
		"01/9-select":             "a word that Go has taken",
		"01/9-main":               "a word that Go has taken",
		"01/9-schedule":           "import a package schedule",
	} {
		dir, call := room(t, map[string]string{"../README.md": "# 01\n"})
		before := tree(t, filepath.Dir(filepath.Dir(dir)))
		args := []string{name}
		if name == "" {
			args = nil
		}
		assert.Contains(t, call((*learner).newExercise, args...), says, name)
		assert.Equal(t, before, tree(t, filepath.Dir(filepath.Dir(dir))), name)
	}
}

// tree returns the files below a directory and what they hold.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	found := make(map[string]string)
	require.NoError(t, filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := os.ReadFile(file)
		name, _ := filepath.Rel(root, file)
		found[filepath.ToSlash(name)] = string(body)
		return err
	}))
	return found
}

func TestANewExerciseReplacesNothing(t *testing.T) {
	for name, there := range map[string]string{
		"the exercise": "../9-sofa",
		"its solution": "../../solutions/01-backpressure/9-sofa/notes.txt",
	} {
		t.Run(name, func(t *testing.T) {
			dir, call := room(t, map[string]string{"../README.md": "# 01\n", there: "mine"})
			before := tree(t, filepath.Dir(filepath.Dir(dir)))
			assert.Contains(t, call((*learner).newExercise, "01/9-sofa"), "9-sofa is there already, and stays as it is")
			assert.Equal(t, before, tree(t, filepath.Dir(filepath.Dir(dir))))
		})
	}
	t.Run("without a chapter's page", func(t *testing.T) {
		dir, call := room(t, nil)
		before := tree(t, filepath.Dir(filepath.Dir(dir)))
		assert.Contains(t, call((*learner).newExercise, "01/9-sofa"), "gets a section in its chapter, which can't be read")
		assert.Equal(t, before, tree(t, filepath.Dir(filepath.Dir(dir))))
	})
}

func TestTheSectionStandsBehindTheLastExercise(t *testing.T) {
	const section = "## 9-sofa · "
	for name, c := range map[string]struct{ page, before, after string }{
		"between two":    {"# 01\n\n## 1-ride · a\n\nBoard.\n\n## Questions\n\nWhy?\n", "Board.\n\n", "## Questions\n"},
		"at the end":     {"# 01\n\n## 1-ride · a\n\nBoard.\n", "Board.\n\n", ""},
		"as the first":   {"# 01\n", "# 01\n\n", ""},
		"from a Windows": {"# 01\r\n\r\n## 1-ride · a\r\n\r\nBoard.\r\n\r\n## Questions\r\n", "Board.\r\n\r\n", "## Questions\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir, call := room(t, map[string]string{"../README.md": c.page})
			out := call((*learner).newExercise, "01/9-sofa")
			assert.Contains(t, out, "is laid out")
			body, err := os.ReadFile(filepath.Join(filepath.Dir(dir), "README.md"))
			require.NoError(t, err)
			page := string(body)
			assert.Contains(t, page, c.before+section)
			assert.Contains(t, page, "</details>"+map[bool]string{true: "\r\n", false: "\n"}[strings.Contains(c.page, "\r")])
			assert.True(t, c.after == "" || strings.Contains(page, "\n"+c.after), page)
			rest := strings.Replace(page, course.Section(page, firstLine(page, section)), "", 1)
			for _, line := range strings.Fields(c.page) {
				assert.Contains(t, rest, line, "what was there stays")
			}
		})
	}
}

// firstLine returns the heading that begins so, without its marks.
func firstLine(page, begins string) string {
	line, _, _ := strings.Cut(page[strings.Index(page, begins):], "\n")
	return strings.TrimSpace(strings.TrimPrefix(line, "## "))
}

// A teacher's way: what is laid out compiles, the proof says in sentences what
// is missing, and when that is there it passes.
func TestANewExerciseCanBeFilledIn(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the proof of an exercise twice")
	}
	c, err := course.Open(".")
	require.NoError(t, err)
	root := t.TempDir()
	entries, err := os.ReadDir(c.Root)
	require.NoError(t, err)
	for _, entry := range entries {
		from, to := filepath.Join(c.Root, entry.Name()), filepath.Join(root, entry.Name())
		if entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") {
			require.NoError(t, os.CopyFS(to, os.DirFS(from)))
		} else if entry.Type().IsRegular() {
			copyFile(t, from, to)
		}
	}
	run := func(args ...string) (string, error) {
		cmd := exec.Command("go", args...)
		cmd.Dir = root
		cmd.Env = append(os.Environ(),
			"CGO_ENABLED=0",     // no answer below has a data race, and so it's quicker
			"GOFLAGS=-trimpath") // compiled once, and not again in each temporary directory
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	prove := func() (string, error) { return run("test", "./solutions", "-run", "Every", "-exercise", "sofa") }

	l, out := at(t, root)
	code, err := l.newExercise(t.Context(), []string{"02/9-sofa"})
	require.NoError(t, err)
	require.Equal(t, yes, code)
	assert.Contains(t, out.String(), "go test ./solutions -run Every -exercise sofa\n")

	said, err := prove()
	require.Error(t, err)
	for _, sentence := range []string{
		"02-waitgroup/9-sofa has too few right answers",
		"02-waitgroup/9-sofa has too few wrong answers",
		"solutions/02-waitgroup/9-sofa/sofa.go:1 is still to be filled in: what the learner's file says.",
		"02-waitgroup/9-sofa/sofa_test.go:12 is still to be filled in: the tests, the easiest first.",
		"02-waitgroup/README.md:",
	} {
		assert.Contains(t, said, sentence)
	}
	assert.NotContains(t, said, "does not compile")
	assert.NotContains(t, said, "the tests that fail", "the answers that are there get their verdicts")

	const solution = "solutions/02-waitgroup/9-sofa"
	write := func(name, text string) {
		file := filepath.Join(root, filepath.FromSlash(solution), "testdata", filepath.FromSlash(name))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	write("right/wait_group.go", "// A WaitGroup.\npackage sofa\n\nimport \"sync\"\n\nfunc Do(f func()) {\n\tvar wg sync.WaitGroup\n\twg.Go(f)\n\twg.Wait()\n}\n")
	write("right/defer.go", "// Deferred.\npackage sofa\n\nfunc Do(f func()) { defer f() }\n")
	write("wrong/never.go", "// It does not call f.\n//\n// Fails: TestDoCallsItsFunctionOnce TestDoWaitsForItsFunction\npackage sofa\n\nfunc Do(f func()) {}\n")
	for n := 3; n < 9; n++ {
		write(fmt.Sprintf("wrong/times_%d.go", n), fmt.Sprintf("// It calls f %d times.\n//\n// Fails: TestDoCallsItsFunctionOnce\npackage sofa\n\n"+
			"func Do(f func()) {\n\tfor range %d {\n\t\tf()\n\t}\n}\n", n, n))
	}
	blank := regexp.MustCompile(course.Blank + `: `)
	for name, text := range tree(t, root) {
		if strings.Contains(name, "9-sofa/") || name == "02-waitgroup/README.md" {
			require.NoError(t, os.WriteFile(filepath.Join(root, filepath.FromSlash(name)), []byte(blank.ReplaceAllString(text, "")), 0o644))
		}
	}
	said, err = run("test", "./solutions", "-run", "EveryAnswer", "-record", "-exercise", "sofa")
	assert.NoError(t, err, said)
	said, err = prove()
	assert.NoError(t, err, said)
	said, err = run("test", "./internal/prose", "-run", "Fences|Links")
	assert.NoError(t, err, said)
}
