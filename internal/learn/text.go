package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fatih/color"
)

// Text is set in lines of this width, which any terminal has.
const width = 60

var (
	bold  = color.New(color.Bold).SprintFunc()
	faint = color.New(color.Faint).SprintFunc()
	pass  = color.New(color.FgGreen).SprintFunc()
	fail  = color.New(color.FgRed).SprintFunc()
)

// paragraph prints text in lines of at most width columns, where words allow,
// each behind indent. The text's own line breaks stay.
func (l *learner) paragraph(text, indent string) {
	for line := range strings.Lines(text) {
		fmt.Fprintln(l.out, wrap(strings.TrimRight(line, "\r\n"), indent))
	}
}

func wrap(text, indent string) string {
	var b strings.Builder
	b.WriteString(indent)
	column := utf8.RuneCountInString(indent)
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = utf8.RuneCountInString(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// wrapLines wraps a text of more than one line, each line behind its own spaces
// and what is left of it two columns further in. A line that fits stays as it is.
func wrapLines(text, indent string) string {
	var lines []string
	for i, line := range strings.Split(text, "\n") {
		own := line[:len(line)-len(strings.TrimLeft(line, " "))]
		if whole := indent + line; i > 0 && utf8.RuneCountInString(whole) <= width {
			lines = append(lines, whole)
			continue
		}
		wrapped := wrap(line, indent+own)
		if i > 0 {
			first, rest, more := strings.Cut(wrapped, "\n")
			if wrapped = first; more {
				wrapped += "\n" + wrap(rest, indent+own+"  ")
			}
		}
		lines = append(lines, wrapped)
	}
	return strings.Join(lines, "\n")
}

const tableIndent = "  "

// indented sets a table two columns to the right, line by line.
func indented(table string) string {
	return tableIndent + strings.ReplaceAll(table, "\n", "\n"+tableIndent)
}

// capital begins a sentence.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// short names a file as seen from the course's root, or as it is when it lies
// elsewhere.
func (l *learner) short(file string) string {
	if rel, err := filepath.Rel(l.course.Root, file); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return file
}

// commas writes 1,058 for 1058.
func commas(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
