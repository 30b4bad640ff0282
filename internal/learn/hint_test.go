package main

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/fatih/color"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// coloured switches colour on until the test ends.
func coloured(t *testing.T) {
	before := color.NoColor
	color.NoColor = false
	t.Cleanup(func() { color.NoColor = before })
}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestMarkdownForATerminal(t *testing.T) {
	for name, c := range map[string]struct{ markdown, plain string }{
		"marks": {"A `chan` is **not** a *list*; a&nbsp;\\*star\\* &lt;b&gt; <kbd>x</kbd>.",
			"  A chan is not a list; a *star* <b> x."},
		"links": {"[A page](../x.md#y), [a site](https://go.dev/dl), <https://go.dev>.",
			"  A page, a site (https://go.dev/dl), https://go.dev."},
		"code over two lines": {"So: `for i\n:= range in` ends.", "  So: for i := range in ends."},
		"a long line": {strings.Repeat("twelve chars ", 6),
			"  twelve chars twelve chars twelve chars twelve chars twelve\n  chars twelve chars"},
		"a word longer than a line": {"a " + strings.Repeat("x", 70) + " b", "  a\n  " + strings.Repeat("x", 70) + "\n  b"},
		"paragraphs":                {"# One\n\ntwo\nthree\n\n> four", "  One\n\n  two three\n\n    four"},
		"a fence": {"Look:\n\n<!-- source: x.go -->\n```go\n\t\tif ok {\n\n\t\t\t`go`\n\t\t}\n```\nDone.",
			"  Look:\n\n    if ok {\n\n        `go`\n    }\n\n  Done."},
		"a fence with a long line": {"```\n" + strings.Repeat("long ", 20) + ".\n```", "    " + strings.Repeat("long ", 20) + "."},
		"an empty fence":           {"```go\n```", ""},
		"lists": {"- one " + strings.Repeat("more ", 12) + "\n- two\n\nthen\n\n3. three\n\n4. four\n",
			"  - one " + strings.TrimSpace(strings.Repeat("more ", 10)) + "\n    more more\n  - two\n\n  then\n\n  3. three\n\n  4. four"},
		"nothing": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			plain := terminalText(c.markdown, "  ")
			assert.Equal(t, c.plain, strings.ReplaceAll(plain, "\u00a0", " "))
			coloured(t)
			assert.Equal(t, plain, escapes.ReplaceAllString(terminalText(c.markdown, "  "), ""), "colour moves nothing")
		})
	}
}

func TestCodeIsBoldWhereThereIsColour(t *testing.T) {
	coloured(t)
	assert.Equal(t, "the "+bold("go")+"s and **", terminalText("the `go`s and \\*\\*", ""))
}

// Every hint of the course fits into a terminal, and none of its marks are left.
func TestEveryHintIsReadable(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	for _, e := range c.Exercises() {
		hints, err := e.Hints()
		require.NoError(t, err)
		for n := 1; n <= len(hints); n++ {
			text, err := hintText(e, n)
			require.NoError(t, err)
			for line := range strings.Lines(text) {
				line = strings.TrimRight(line, "\n")
				if strings.HasPrefix(line, "    ") {
					continue // code
				}
				assert.LessOrEqual(t, utf8.RuneCountInString(line), width, "%s: %s", e.ID, line)
				assert.NotRegexp(t, "`|\\*\\*|\\]\\(|<!--|</", line, e.ID)
			}
		}
		_, err = hintText(e, len(hints)+1)
		assert.ErrorContains(t, err, "there is no hint")
	}
}

const chapterWithHints = `# 01

## 1-ride · a seat

<details><summary>Hint 1: look</summary>

At the ` + "`seats`" + `.

</details>
<details><summary>Hint 2: nearly</summary>

Count.

</details>
`

func TestHintsComeOneAtATime(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		args []string
		says []string
		not  string
	}{
		"the next exercise": {chapterWithHints, nil, []string{"01-backpressure/1-ride\n\nHint 1: look\n\n  At the seats.", "hint 1 of 2", `"go tool learn hint ride 2"`}, "Count"},
		"by name":           {chapterWithHints, []string{"ride"}, []string{"At the seats."}, "Count"},
		"by number":         {chapterWithHints, []string{"2"}, []string{"Hint 2: nearly\n\n  Count.", "the last hint", "diff --spoil ride"}, "seats"},
		"by both":           {chapterWithHints, []string{"1-ride", "2"}, []string{"Count."}, "seats"},
		"too many":          {chapterWithHints, []string{"ride", "3"}, []string{"there is no hint 3: 01-backpressure/1-ride has 2"}, "Count"},
		"too few":           {chapterWithHints, []string{"ride", "-1"}, []string{"there is no hint -1"}, "Count"},
		"a chapter":         {chapterWithHints, []string{"01"}, []string{`"01" is the whole chapter 01-backpressure: hint takes one exercise`}, "Count"},
		"somebody":          {chapterWithHints, []string{"sofa"}, []string{`no chapter or exercise "sofa"`}, "Count"},
		"too much":          {chapterWithHints, []string{"ride", "2", "3"}, []string{"hint takes an exercise and a number"}, "Count"},
		"a silent chapter":  {"# 01\n", []string{"ride"}, []string{"01-backpressure/README.md has no heading"}, "Count"},
	} {
		t.Run(name, func(t *testing.T) {
			_, call := room(t, map[string]string{"ride.go": begin, "../README.md": c.page})
			out := call((*learner).hint, c.args...)
			for _, says := range c.says {
				assert.Contains(t, out, says)
			}
			assert.NotContains(t, out, c.not)
		})
	}
}
