package course

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A Hint is one of those that stand folded under an exercise's heading.
type Hint struct {
	Title string // "Hint 1: where to look"
	Text  string // what unfolds, in Markdown
}

const (
	hintBegins = "<details><summary>Hint "
	hintEnds   = "</details>"
)

var htmlTag = regexp.MustCompile(`<[^>]*>`)

// Hints returns the exercise's hints in their order, from a nudge to nearly the
// answer. They stand in the chapter's README.md and nowhere else: a block for
// each, from "<details><summary>Hint N: …</summary>" to "</details>", both at the
// beginning of a line. The error says in a sentence what is missing; there is
// at least one hint when it is nil.
func (e Exercise) Hints() ([]Hint, error) {
	page := e.Chapter() + "/README.md"
	if e.Heading == "" {
		return nil, fmt.Errorf("%s has no heading for %s: write one such as \"## %s · what it is about\"", page, e.ID, e.Name())
	}
	section, err := e.section()
	if err != nil {
		return nil, err
	}
	var hints []Hint
	open := false // between the lines that begin and end a hint
	for line := range strings.Lines(section) {
		line = strings.TrimRight(line, "\r\n")
		summary, begins := strings.CutPrefix(line, hintBegins)
		switch {
		case begins && open:
			return nil, fmt.Errorf("%s: %q of %s is not closed with a line %s", page, hints[len(hints)-1].Title, e.ID, hintEnds)
		case begins:
			title := html.UnescapeString(htmlTag.ReplaceAllString(summary, ""))
			hints = append(hints, Hint{Title: "Hint " + title})
			open = true
		case open && line == hintEnds:
			open = false
		case open:
			hints[len(hints)-1].Text += line + "\n"
		}
	}
	if open {
		return nil, fmt.Errorf("%s: %q of %s is not closed with a line %s", page, hints[len(hints)-1].Title, e.ID, hintEnds)
	}
	if len(hints) == 0 {
		return nil, fmt.Errorf("%s: the section %q has no hint: a hint begins with a line %s1: …</summary>", page, e.Heading, hintBegins)
	}
	for i := range hints {
		hints[i].Text = strings.Trim(hints[i].Text, "\n") + "\n"
	}
	return hints, nil
}

// Text returns what the chapter says of the exercise, in Markdown, without what
// is folded there.
func (e Exercise) Text() (string, error) {
	section, err := e.section()
	return folded.ReplaceAllString(section, ""), err
}

// section returns what stands in the chapter's README.md below the exercise's
// heading.
func (e Exercise) section() (string, error) {
	text, err := os.ReadFile(filepath.Join(e.root, e.Chapter(), "README.md"))
	return Section(string(text), e.Heading), err
}

var folded = regexp.MustCompile(`(?s)<details>.*?</details>\n?`)

// Section returns what stands below a heading of a Markdown text, up to the next
// heading of its level or above: "" when there is no such heading. What looks
// like a heading inside of a fence is code.
func Section(markdown, heading string) string {
	level, fenced := 0, false // the level is that of the heading, 0 before it
	begin, at := 0, 0
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		marks, title, isHeading := strings.Cut(line, "# ")
		isHeading = isHeading && !fenced && strings.Trim(marks, "#") == ""
		switch {
		case level == 0 && isHeading && strings.TrimSpace(title) == heading:
			level, begin = len(marks)+1, at+len(line)
		case level > 0 && isHeading && len(marks) < level:
			return markdown[begin:at]
		}
		at += len(line)
	}
	if level == 0 {
		return ""
	}
	return markdown[begin:]
}
