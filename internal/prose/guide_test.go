package prose_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/prose"
)

// The field guide says what the headers and the record say.
func TestTheFieldGuideIsMadeFromTheAnswers(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	for _, e := range c.Exercises() {
		answers, err := e.Answers()
		require.NoError(t, err)
		file := filepath.Join(c.Root, filepath.FromSlash(prose.GuideFile(e)))
		want := prose.Guide(c.Root, e, answers)
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
			require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		}
		got, err := os.ReadFile(file)
		if assert.NoError(t, err, "run \"make prose\"") {
			assert.True(t, want == string(got), "%s is not what the answers of %s say: run \"make prose\"", prose.GuideFile(e), e.ID)
		}
	}
}

var (
	mistakeLink = regexp.MustCompile(`\]\(mistakes/([\w-]+)\.md#(\w+)\)`)
	quote       = regexp.MustCompile(`“([^”]*)”`)
)

// What a family of mistakes is said to hear, one of those that it links to hears.
func TestAFamilyQuotesWhatItsMistakesHear(t *testing.T) {
	c, err := course.Open(".")
	require.NoError(t, err)
	said := make(map[string]string) // by exercise and mistake
	for _, e := range c.Exercises() {
		answers, err := e.Answers()
		require.NoError(t, err)
		for _, a := range answers {
			for _, words := range a.Said {
				said[e.Name()+"/"+strings.TrimPrefix(a.Name(), "wrong/")] += oneLine(words) + "\n"
			}
		}
	}
	page, err := os.ReadFile(filepath.Join(c.Root, "docs", "mistakes.md"))
	require.NoError(t, err)
	families := strings.Split(string(page), "\n## ")[1:]
	assert.NotEmpty(t, families)
	for _, family := range families {
		name, text, _ := strings.Cut(family, "\n")
		var heard string
		for _, link := range mistakeLink.FindAllStringSubmatch(text, -1) {
			heard += said[link[1]+"/"+link[2]]
		}
		_, says, found := strings.Cut(text, "**What the course says.**")
		assert.True(t, found, "%s: what does the course say?", name)
		says, _, _ = strings.Cut(says, "\n\n")
		for _, words := range quote.FindAllStringSubmatch(says, -1) {
			assert.Contains(t, heard, oneLine(words[1]), "%s: none of the mistakes it links to hears this", name)
		}
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
