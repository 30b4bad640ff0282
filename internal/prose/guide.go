package prose

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"example.com/backpressure/internal/course"
)

// GuideFile returns where the page of an exercise in the field guide stands,
// relative to the course's root, with slashes.
func GuideFile(e course.Exercise) string { return path.Join("docs", "mistakes", e.Name()+".md") }

// Guide returns the page of an exercise in the field guide of mistakes: each
// known wrong answer with what its header says of it, and what the tests say to
// it, from the record.
func Guide(root string, e course.Exercise, answers []course.Answer) string {
	var b strings.Builder
	wrong := slices.DeleteFunc(slices.Clone(answers), func(a course.Answer) bool { return a.Kind != course.Wrong })
	fmt.Fprintf(&b, "# Mistakes: %s\n\n", e.Name())
	fmt.Fprintf(&b, "The %d wrong answers to\n[%s](../../%s/README.md#%s)\nthat the course knows, with what it says to each. They give the idea away: try the\nexercise first.\n",
		len(wrong), e.Name(), e.Chapter(), Anchor(e.Heading))
	for _, a := range wrong {
		name := strings.TrimPrefix(a.Name(), "wrong/")
		file, err := filepath.Rel(root, a.File)
		if err != nil {
			file = a.File
		}
		fmt.Fprintf(&b, "\n## %s\n", name)
		for _, paragraph := range a.Paragraphs() {
			fmt.Fprintf(&b, "\n%s\n", fold(escape(paragraph), ""))
		}
		b.WriteString("\nThe course says:\n\n")
		if a.Race {
			b.WriteString("> a data race, with the two lines that nothing puts in order\n")
		}
		for i, test := range slices.Sorted(maps.Keys(a.Said)) {
			if i > 0 {
				b.WriteString(">\n")
			}
			said := strings.Join(strings.Fields(strings.ReplaceAll(a.Said[test], "\n", "; ")), " ")
			where := "`" + test + "`"
			if slices.Contains(a.Varies, test) {
				where += ", in words that vary"
			}
			fmt.Fprintf(&b, "%s\n", fold(fmt.Sprintf("%s (%s)", escape(said), where), "> "))
		}
		fmt.Fprintf(&b, "\n[The answer](../../%s)\n", filepath.ToSlash(file))
	}
	return b.String()
}

// escape keeps text that is not Markdown from being read as such. Code that a
// header marks as code stays so.
func escape(text string) string {
	parts := strings.Split(text, "`")
	for i := 0; i < len(parts); i += 2 { // the others stand between backticks
		parts[i] = strings.NewReplacer("*", `\*`, "_", `\_`, "<", "&lt;", "[", `\[`).Replace(parts[i])
	}
	return strings.Join(parts, "`")
}

// fold sets text in lines of at most 88 columns, each behind indent.
func fold(text, indent string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
			b.WriteString(indent)
			column = len(indent)
		case column+1+len(word) > 88:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}
