package course_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// chair opens the small course with another page for its chapter, and returns
// its first exercise.
func chair(t *testing.T, page string) course.Exercise {
	t.Helper()
	files := small()
	files["01-seats/README.md"] = page
	c, err := course.Open(lay(t, files))
	require.NoError(t, err)
	return c.Exercises()[0]
}

const page = `# 01 Seats

<details><summary>Hint 1: of nobody</summary>
</details>

## 1-chair · one

Sit.

<details><summary>Hint 1: <code>a &lt; b</code></summary>

Look at the legs.

` + "```console\n# not a heading\n</details> \n```" + `

</details>
<details><summary>Hint 2: nearly</summary>
Four.
</details>
<details><summary>Why four?</summary>
A question is no hint.
</details>

### More on chairs

<details><summary>Hint 3: still about chairs</summary>
</details>

## 2-bench · more

<details><summary>Hint 1: of the bench</summary>
</details>
`

func TestHintsAreThoseUnderTheHeading(t *testing.T) {
	for name, text := range map[string]string{"as it is": page, "from Windows": strings.ReplaceAll(page, "\n", "\r\n")} {
		t.Run(name, func(t *testing.T) {
			hints, err := chair(t, text).Hints()
			require.NoError(t, err)
			assert.Equal(t, []course.Hint{
				{Title: "Hint 1: a < b", Text: "Look at the legs.\n\n```console\n# not a heading\n</details> \n```\n"},
				{Title: "Hint 2: nearly", Text: "Four.\n"},
				{Title: "Hint 3: still about chairs", Text: "\n"},
			}, hints)
		})
	}
}

func TestHintsThatAreMissingAreNamed(t *testing.T) {
	for missing, c := range map[string]struct{ page, says string }{
		"heading":     {"# 01 Seats\n", `write one such as "## 1-chair · what it is about"`},
		"hints":       {"## 1-chair · one\n\nSit.\n\n## 2-bench\n", `the section "1-chair · one" has no hint`},
		"end":         {"## 1-chair\n<details><summary>Hint 1: x</summary>\nSit.\n", `"Hint 1: x" of 01-seats/1-chair is not closed`},
		"end between": {"## 1-chair\n<details><summary>Hint 1: x</summary>\n<details><summary>Hint 2: y</summary>\n</details>\n", `"Hint 1: x" of 01-seats/1-chair is not closed`},
	} {
		t.Run(missing, func(t *testing.T) {
			_, err := chair(t, c.page).Hints()
			assert.ErrorContains(t, err, c.says)
		})
	}
}

// Each exercise of this course ends with hints, and their numbers are right.
func TestEveryExerciseHasHints(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	for _, e := range c.Exercises() {
		hints, err := e.Hints()
		if !assert.NoError(t, err) {
			continue
		}
		for i, hint := range hints {
			assert.Regexp(t, fmt.Sprintf(`^Hint %d: \S`, i+1), hint.Title, e.ID)
			assert.NotEmpty(t, strings.TrimSpace(hint.Text), "%s: %s is empty", e.ID, hint.Title)
		}
	}
}

func TestASectionEndsWhereTheNextBegins(t *testing.T) {
	for _, c := range []struct{ markdown, section string }{
		{"# A\n## B\none\n", "one\n"},
		{"## B\none\n## C\ntwo\n", "one\n"},
		{"## B\none\n# C\ntwo\n", "one\n"},
		{"## B\none\n### C\ntwo\n", "one\n### C\ntwo\n"},
		{"## B\n```sh\n# C\n```\n## C\n", "```sh\n# C\n```\n"},
		{"```sh\n## B\n```\n", ""},
		{"## B\r\none\r\n## C\r\n", "one\r\n"},
		{"## BC\none\n", ""},
		{"## B", ""},
		{"", ""},
	} {
		assert.Equal(t, c.section, course.Section(c.markdown, "B"), c.markdown)
	}
}
