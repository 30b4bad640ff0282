package prose

import (
	"os"
	"slices"
	"strings"
)

// An Edit gives a fence of a page another text.
type Edit struct {
	Fence Fence
	Text  string
}

// Rewrite writes the page's file anew with the edits in it. A fence that stands
// indented, inside of a list, stays as it is: left has those.
func (p *Page) Rewrite(edits []Edit) (left []Edit, err error) {
	source, err := os.ReadFile(p.File)
	if err != nil {
		return nil, err
	}
	edits = slices.SortedFunc(slices.Values(edits), func(a, b Edit) int { return b.Fence.start - a.Fence.start })
	for _, e := range edits { // from the end, so that the places before stay true
		end := e.Fence.start + len(e.Fence.Text)
		if end > len(source) || string(source[e.Fence.start:end]) != e.Fence.Text {
			left = append(left, e)
			continue
		}
		source = slices.Concat(source[:e.Fence.start], []byte(e.Text), source[end:])
	}
	return left, os.WriteFile(p.File, source, 0o644)
}

// Same returns the part of text that a fence shows, as it is now: what stands
// between the first and the last line of the fence, where text has both. It
// returns false when it does not.
func Same(fence, text string) (string, bool) {
	lines := strings.SplitAfter(strings.TrimSuffix(fence, "\n"), "\n")
	first, last := lines[0], lines[len(lines)-1]+"\n"
	from := strings.Index("\n"+text, "\n"+first)
	if from < 0 {
		return "", false
	}
	to := strings.LastIndex(text[from:], "\n"+last)
	if to < 0 {
		return "", false
	}
	return text[from : from+to+1+len(last)], true
}
