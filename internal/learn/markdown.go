package main

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// terminalText sets Markdown for a terminal, in lines of at most width columns,
// each behind indent. Code and what is **strong** become bold, where there is
// colour; comments and tags are left out. A fence is set two columns further to
// the right, and its lines stay as long as they are.
func terminalText(markdown, indent string) string {
	s := setter{source: []byte(markdown)}
	s.blocks(goldmark.DefaultParser().Parse(gmtext.NewReader(s.source)), indent, indent)
	return strings.TrimRight(s.out.String(), "\n")
}

type setter struct {
	source []byte
	out    strings.Builder
	gap    bool // an empty line comes before the next block
}

// blocks sets the blocks inside of another. The first one's first line stands
// behind first, which may end in the mark of a list, and all else behind indent.
func (s *setter) blocks(parent ast.Node, first, indent string) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.HTMLBlock:
			continue
		case *ast.List:
			s.list(node, indent)
		case *ast.Blockquote:
			s.blocks(node, indent+"  ", indent+"  ")
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			s.separate()
			s.code(string(node.Lines().Value(s.source)), indent+"  ")
		default:
			s.separate()
			s.paragraph(s.inline(node, node.Kind() == ast.KindHeading), first, indent)
		}
		first = indent
	}
}

func (s *setter) separate() {
	if s.gap {
		s.out.WriteString("\n")
	}
	s.gap = true
}

func (s *setter) list(list *ast.List, indent string) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "- "
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		s.blocks(item, indent+mark, indent+strings.Repeat(" ", len(mark)))
		s.gap = !list.IsTight || item.NextSibling() == nil
	}
}

// code sets code, without the tabs that all of its lines begin with.
func (s *setter) code(text, indent string) {
	lines := strings.Split(strings.TrimRight(text, "\r\n"), "\n")
	common := len(text)
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			common = min(common, len(line)-len(strings.TrimLeft(line, "\t")))
		}
	}
	for _, line := range lines {
		line = strings.ReplaceAll(line[min(common, len(line)):], "\t", "    ")
		s.out.WriteString(strings.TrimRight(indent+line, " \r") + "\n")
	}
}

// A letter of a text, and how it is set.
type letter struct {
	rune
	bold bool
}

// inline returns the letters of what stands in a line.
func (s *setter) inline(parent ast.Node, strong bool) []letter {
	var all []letter
	add := func(text string) {
		for _, r := range text {
			all = append(all, letter{r, strong})
		}
	}
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.Text:
			text := node.Value(s.source)
			if parent.Kind() != ast.KindCodeSpan {
				text = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(text)))
			}
			add(string(text))
			if node.SoftLineBreak() || node.HardLineBreak() {
				add(" ")
			}
		case *ast.CodeSpan:
			all = append(all, s.inline(node, true)...)
		case *ast.Emphasis:
			all = append(all, s.inline(node, strong || node.Level == 2)...)
		case *ast.AutoLink:
			add(string(node.URL(s.source)))
		case *ast.Link:
			all = append(all, s.inline(node, strong)...)
			if to := string(node.Destination); strings.Contains(to, "://") {
				add(" (" + to + ")") // a file of the course is a click in the chapter, and noise here
			}
		case *ast.RawHTML:
		default:
			all = append(all, s.inline(node, strong)...)
		}
	}
	return all
}

// paragraph sets letters in lines. It breaks them at spaces only, so a word that
// is longer than a line sticks out.
func (s *setter) paragraph(text []letter, first, indent string) {
	s.out.WriteString(first)
	column := len(first)
	for i, word := range words(text) {
		switch {
		case i == 0:
		case column+1+len(word) > width:
			s.out.WriteString("\n" + indent)
			column = len(indent)
		default:
			s.out.WriteString(" ")
			column++
		}
		s.word(word)
		column += len(word)
	}
	s.out.WriteString("\n")
}

func words(text []letter) [][]letter {
	var all [][]letter
	inside := false
	for _, l := range text {
		if unicode.IsSpace(l.rune) {
			inside = false
			continue
		}
		if !inside {
			all = append(all, nil)
			inside = true
		}
		all[len(all)-1] = append(all[len(all)-1], l)
	}
	return all
}

// word writes a word, each run of bold letters as one.
func (s *setter) word(word []letter) {
	for len(word) > 0 {
		n := 0
		var run strings.Builder
		for ; n < len(word) && word[n].bold == word[0].bold; n++ {
			run.WriteRune(word[n].rune)
		}
		if word[0].bold {
			s.out.WriteString(bold(run.String()))
		} else {
			s.out.WriteString(run.String())
		}
		word = word[n:]
	}
}
