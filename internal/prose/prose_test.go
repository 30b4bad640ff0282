package prose_test

import (
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/prose"
)

// pages reads every Markdown file of the course.
func pages(t *testing.T) (root string, all []*prose.Page) {
	t.Helper()
	c, err := course.Open(".")
	require.NoError(t, err)
	files, err := prose.Pages(c.Root)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		page, err := prose.Read(file)
		require.NoError(t, err)
		all = append(all, page)
	}
	return c.Root, all
}

// make prose
var update = flag.Bool("update", false, "give fences that have gone stale their sources' text")

// edits are what -update has found to change, page by page.
type edits map[*prose.Page][]prose.Edit

// rewriting returns edits that are made when the test ends.
func rewriting(t *testing.T) edits {
	e := make(edits)
	t.Cleanup(func() {
		for page, changes := range e {
			left, err := page.Rewrite(changes)
			assert.NoError(t, err)
			for _, edit := range left {
				t.Errorf("%s:%d stands indented: change it by hand", page.File, edit.Fence.Line)
			}
		}
	})
	return e
}

// put notes that a fence shows text from now on. It returns false when nothing
// is to be rewritten, or nothing has changed.
func (e edits) put(page *prose.Page, fence prose.Fence, text string) bool {
	if !*update || text == fence.Text {
		return false
	}
	e[page] = append(e[page], prose.Edit{Fence: fence, Text: text})
	return true
}

func place(root string, page *prose.Page, line int) string {
	name, _ := filepath.Rel(root, page.File)
	return fmt.Sprintf("%s:%d", filepath.ToSlash(name), line)
}

// Every Go fence names the code it is cut from, and is that code to the letter.
func TestGoFencesAreCutFromTheCode(t *testing.T) {
	root, all := pages(t)
	fresh := rewriting(t)
	for _, page := range all {
		for _, fence := range page.Fences {
			if fence.Language != "go" {
				continue
			}
			where := place(root, page, fence.Line)
			name, ok := strings.CutPrefix(fence.Note, "source: ")
			if !assert.True(t, ok, "%s: the Go fence does not say where it comes from; write <!-- source: FILE#NAME --> above it", where) {
				continue
			}
			code, err := prose.Source(root, name)
			if assert.NoError(t, err, where) {
				if strings.Contains(name, "#") {
					if fresh.put(page, fence, code) {
						continue
					}
					assert.Equal(t, code, fence.Text, "%s: the fence is not %s", where, name)
				} else {
					assert.Contains(t, code, fence.Text, "%s: the fence is not in %s", where, name)
				}
			}
		}
	}
}

// A diff names the two files that it leads from and to ("diff: FILE FILE"), and
// every hunk of it stands in both.
func TestDiffsLeadFromOneFileToTheOther(t *testing.T) {
	root, all := pages(t)
	for _, page := range all {
		for _, fence := range page.Fences {
			if fence.Language != "diff" {
				continue
			}
			where := place(root, page, fence.Line)
			names, _ := strings.CutPrefix(fence.Note, "diff: ")
			from, to, ok := strings.Cut(names, " ")
			if !assert.True(t, ok, "%s: the diff does not say what it compares; write <!-- diff: FILE FILE --> above it", where) {
				continue
			}
			before, after := prose.Sides(fence.Text)
			holdsAll(t, root, where, from, before)
			holdsAll(t, root, where, to, after)
		}
	}
}

// holdsAll asserts that a file holds every one of some texts.
func holdsAll(t *testing.T, root, where, file string, texts []string) {
	t.Helper()
	code, err := prose.Source(root, file)
	if !assert.NoError(t, err, where) {
		return
	}
	for _, text := range texts {
		assert.Contains(t, code, text, "%s: the diff is not that of %s", where, file)
	}
}

func TestNumbersAreReadFromProse(t *testing.T) {
	assert.Equal(t, []string{"103425", "17.7 s", "4", "40 %"}, prose.Numbers("Of 103,425, after 17.7 s: **4** [in](a5.md#6) `7 rows` of 3-limiter, 40\u00a0%."))
	assert.True(t, prose.Prints("a call takes 39 ns", "39"))
	assert.True(t, prose.Prints("a call takes 39 ns", "39 ns"))
	assert.False(t, prose.Prints("a call takes 39 ns, and 38 µs in all", "38 ns"))
	assert.True(t, prose.Measured("(Measured once: 5 of them.)"))
	assert.False(t, prose.Measured("It was measured, and none was lost."))
}

func TestADiffHasTwoSides(t *testing.T) {
	before, after := prose.Sides(" a\n-b\n+c\n+d\n@@\n-e\n f\n")
	assert.Equal(t, []string{"a\nb\n", "e\nf\n"}, before)
	assert.Equal(t, []string{"a\nc\nd\n", "f\n"}, after)
}

// What a page shows as the output of a command is what the command prints
// ("run", or "run: contains" for some of its lines), or is in the kept output of
// a run ("kept: FILE").
func TestOutputsAreWhatCommandsPrint(t *testing.T) {
	t.Parallel()
	root, all := pages(t)
	fresh := rewriting(t)
	for _, page := range all {
		for _, fence := range page.Fences {
			if fence.Language != "console" {
				continue
			}
			where := place(root, page, fence.Line)
			command, output, _ := strings.Cut(fence.Text, "\n")
			command, ok := strings.CutPrefix(command, "$ ")
			if !assert.True(t, ok, "%s: a console fence begins with \"$ \" and a command", where) || output == "" {
				continue
			}
			switch kept, isKept := strings.CutPrefix(fence.Note, "kept: "); {
			case fence.Note == "run":
				printed := run(t, root, command).printed
				if fresh.put(page, fence, "$ "+command+"\n"+printed) {
					continue
				}
				assert.Equal(t, printed, output, "%s: %s prints something else", where, command)
			case fence.Note == "run: contains":
				printed := run(t, root, command).printed
				for line := range strings.Lines(output) {
					assert.Contains(t, printed, line, "%s: %s does not print this line", where, command)
				}
			case isKept:
				text, err := prose.Source(root, kept)
				if assert.NoError(t, err, where) {
					if now, ok := prose.Same(fence.Text, text); ok && fresh.put(page, fence, now) {
						continue
					}
					assert.Contains(t, text, fence.Text, "%s: %s holds something else", where, kept)
				}
			default:
				t.Errorf("%s: nothing says where this output comes from; write <!-- run --> or <!-- kept: FILE --> above it", where)
			}
		}
	}
}

// Numbers that were measured stand in the output of the command that measured
// them ("numbers: COMMAND: LIST"), or in what was kept of it ("numbers: FILE: LIST").
// The list has them once more: a slip of the pen may be a number that is printed, too.
func TestNumbersAreThoseOfTheirRuns(t *testing.T) {
	t.Parallel()
	root, all := pages(t)
	for _, page := range all {
		for _, paragraph := range page.Paragraphs {
			where := place(root, page, paragraph.Line)
			note, ok := strings.CutPrefix(paragraph.Note, "numbers: ")
			numbers := prose.Numbers(paragraph.Text)
			if !ok {
				assert.False(t, prose.Measured(paragraph.Text), "%s: nothing says where these numbers come from; write <!-- numbers: FILE or COMMAND: %s --> above them", where, strings.Join(numbers, ", "))
				continue
			}
			source, list, _ := strings.Cut(note, ": ")
			assert.Equal(t, strings.Join(strings.Fields(list), " "), strings.Join(numbers, ", "), "%s: the list above has other numbers", where)
			var output string
			if strings.HasPrefix(source, "go ") {
				output = run(t, root, source).printed
			} else {
				var err error
				if output, err = prose.Source(root, source); !assert.NoError(t, err, where) {
					continue
				}
				assert.True(t, strings.HasPrefix(output, "$ "), "%s does not begin with the command that printed it", source)
			}
			for _, number := range numbers {
				assert.True(t, prose.Prints(output, number), "%s: %s prints no %s", where, source, number)
			}
		}
	}
}

// An outcome is what became of a command.
type outcome struct{ printed, drawn string }

// ran holds the outcomes of commands: a page shows what one prints, another takes
// its numbers from it, and a picture is what it draws.
var ran struct {
	sync.Mutex
	outcomes map[string]outcome
}

// run runs a command in root, once for all tests, whatever its exit code. A program
// that has the name of a picture draws it, too.
func run(t *testing.T, root, command string) outcome {
	t.Helper()
	words := strings.Fields(command)
	if words[0] == "go" && len(words) > 2 && words[2] == "-race" {
		if _, err := exec.LookPath("gcc"); err != nil {
			t.Skip("no C compiler, so no race detector to show")
		}
	}
	ran.Lock()
	defer ran.Unlock()
	if known, ok := ran.outcomes[command]; ok {
		return known
	}
	picture := ""
	if name := path.Base(command); strings.HasPrefix(command, "go run ./docs/") && lanes[name] == nil {
		if _, err := os.Stat(filepath.Join(root, "docs", "pictures", name+".svg")); err == nil {
			picture = filepath.Join(t.TempDir(), name+".svg")
			words = append(words, "-svg", picture)
		}
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = root
	// Without its path in them, programs are compiled once for all checkouts.
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "GOFLAGS="+os.Getenv("GOFLAGS")+" -trimpath")
	printed, err := cmd.CombinedOutput()
	if ended := new(exec.ExitError); err != nil && !errors.As(err, &ended) {
		t.Errorf("%s: %v", command, err)
	}
	known := outcome{printed: string(printed)}
	if picture != "" {
		drawn, err := os.ReadFile(picture)
		assert.NoError(t, err, "%s: %s", command, printed)
		known.drawn = string(drawn)
		known.printed, _, _ = strings.Cut(known.printed, "The picture is in ") // no page says so
	}
	if ran.outcomes == nil {
		ran.outcomes = make(map[string]outcome)
	}
	ran.outcomes[command] = known
	return known
}

// Every link to a file leads to one, and every anchor to a heading.
func TestLinksLeadSomewhere(t *testing.T) {
	root, all := pages(t)
	anchors := make(map[string]map[string]bool)
	for _, page := range all {
		anchors[page.File] = page.Anchors
	}
	for _, page := range all {
		for _, link := range page.Links {
			where := place(root, page, 1)
			target, err := url.Parse(link)
			if !assert.NoError(t, err, where) || target.Scheme != "" {
				continue // another site's pages are not ours to hold
			}
			file := page.File
			if target.Path != "" {
				file = filepath.Join(filepath.Dir(page.File), filepath.FromSlash(target.Path))
				_, err := os.Stat(file)
				assert.NoError(t, err, "%s: the link %q leads nowhere", where, link)
			}
			if target.Fragment != "" {
				assert.True(t, anchors[file][target.Fragment], "%s: the link %q names no heading", where, link)
			}
		}
	}
}

// A test that reads no fence and no link would pass whatever the pages say.
func TestThereIsSomethingToHold(t *testing.T) {
	_, all := pages(t)
	fences, links := 0, 0
	for _, page := range all {
		fences += len(page.Fences)
		links += len(page.Links)
	}
	assert.Greater(t, fences, 10)
	assert.Greater(t, links, 5)
}

func TestAnchorsAreThoseOfGitHub(t *testing.T) {
	for heading, anchor := range map[string]string{
		"2-line · deeper":            "2-line--deeper",
		"What it's called, and why?": "what-its-called-and-why",
		"`select` and `default`":     "select-and-default",
	} {
		assert.Equal(t, anchor, prose.Anchor(strings.ReplaceAll(heading, "`", "")), heading)
	}
}

// What make prose does, on a page of fences that have gone stale or are empty yet.
func TestStaleFencesAreRewritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.md")
	before := "# A page\n\n```go\nvar a = 1\n```\n\nbetween\n\n```console\n$ run\nold\n```\n\n```go\n```\n"
	require.NoError(t, os.WriteFile(file, []byte(before), 0o600))
	page, err := prose.Read(file)
	require.NoError(t, err)
	left, err := page.Rewrite([]prose.Edit{{Fence: page.Fences[0], Text: "var a = 100\n"}, {Fence: page.Fences[1], Text: "$ run\nnew\nlines\n"}, {Fence: page.Fences[2], Text: "var b = 1\n"}})
	require.NoError(t, err)
	assert.Empty(t, left)
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "# A page\n\n```go\nvar a = 100\n```\n\nbetween\n\n```console\n$ run\nnew\nlines\n```\n\n```go\nvar b = 1\n```\n", string(after))
}

func TestAPartOfAKeptRunIsFoundAgain(t *testing.T) {
	now, ok := prose.Same("b\nold\nd\n", "a\nb\nnew\nlines\nd\ne\n")
	assert.True(t, ok)
	assert.Equal(t, "b\nnew\nlines\nd\n", now)
	_, ok = prose.Same("b\nold\nd\n", "a\nb\nnew\n")
	assert.False(t, ok, "its last line is gone: somebody has to look")
}
