// Package prose holds the course's Markdown to its code. A sentence goes stale
// silently; what can be checked of it is checked here: that code shown is code
// that compiles, that a diff shown leads from one file to another, that output
// shown is what a command prints, and that links lead somewhere.
package prose

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A Page is a Markdown file.
type Page struct {
	File       string // absolute path
	Fences     []Fence
	Paragraphs []Paragraph
	Links      []string        // destinations, as they are written
	Anchors    map[string]bool // of its headings, as GitHub makes them
}

// A Paragraph is a piece of prose, or a table.
type Paragraph struct {
	Line int
	Note string // text of the comment above, "" when there is none
	Text string // as it is written
}

// A Fence is a block of code in a page. The HTML comment right above it says
// where the code or the output comes from.
type Fence struct {
	Line     int
	Language string
	Note     string // text of the comment above, "" when there is none
	Text     string
	start    int // where Text begins in the file
}

var notLetters = regexp.MustCompile(`[^\p{L}\p{N}\- _]`)

// Read parses a Markdown file.
func Read(file string) (*Page, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	page := &Page{File: file, Anchors: make(map[string]bool)}
	document := goldmark.DefaultParser().Parse(text.NewReader(source))
	err = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch node := node.(type) {
		case *ast.FencedCodeBlock:
			page.Fences = append(page.Fences, readFence(node, source))
		case *ast.Paragraph:
			page.Paragraphs = append(page.Paragraphs, Paragraph{
				Line: lineAt(source, node.Lines().At(0).Start),
				Note: noteAbove(node, source),
				Text: string(node.Lines().Value(source)),
			})
		case *ast.Heading:
			page.Anchors[Anchor(headingText(node, source))] = true
		case *ast.Link:
			page.Links = append(page.Links, string(node.Destination))
		case *ast.Image:
			page.Links = append(page.Links, string(node.Destination))
		}
		return ast.WalkContinue, nil
	})
	return page, err
}

func readFence(node *ast.FencedCodeBlock, source []byte) Fence {
	f := Fence{Language: string(node.Language(source)), Text: string(node.Lines().Value(source))}
	switch {
	case node.Lines().Len() > 0:
		f.start = node.Lines().At(0).Start
	case node.Info != nil: // an empty one begins below its first line
		f.start = node.Info.Segment.Stop + len("\n")
	}
	f.Line = lineAt(source, f.start)
	f.Note = noteAbove(node, source)
	return f
}

func lineAt(source []byte, offset int) int {
	return 1 + bytes.Count(source[:offset], []byte("\n"))
}

// noteAbove returns the text of the HTML comment right above a block.
func noteAbove(node ast.Node, source []byte) string {
	above, ok := node.PreviousSibling().(*ast.HTMLBlock)
	if !ok {
		return ""
	}
	comment := strings.TrimSpace(string(above.Lines().Value(source)))
	inner, ok := strings.CutPrefix(comment, "<!--")
	if !ok {
		return ""
	}
	return strings.TrimSpace(strings.TrimSuffix(inner, "-->"))
}

func headingText(node *ast.Heading, source []byte) string {
	line := node.Lines().Value(source)
	return strings.TrimSpace(strings.NewReplacer("`", "", "*", "").Replace(string(line)))
}

// Anchor returns the fragment under which GitHub files a heading.
func Anchor(heading string) string {
	kept := notLetters.ReplaceAllString(strings.ToLower(heading), "")
	return strings.ReplaceAll(kept, " ", "-")
}

// Pages returns every Markdown file below root, but for those in hidden
// directories and in testdata.
func Pages(root string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if !entry.IsDir() && strings.HasSuffix(name, ".md") {
			files = append(files, path)
		}
		return nil
	})
	return files, err
}
