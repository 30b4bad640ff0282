package rewrite

import (
	"bytes"
	"slices"
	"strings"
)

// edits are changes to a text, kept by the offsets of the original, so that
// they can be recorded in any order and nothing needs to be printed anew.
type edits []edit

type edit struct {
	from, to int // the bytes that text stands for; none when from == to
	text     string
	closes   bool
}

// open inserts text before whatever starts at offset at.
func (e *edits) open(at int, text string) {
	*e = append(*e, edit{from: at, to: at, text: text})
}

// close inserts text after whatever ends at offset at.
func (e *edits) close(at int, text string) {
	*e = append(*e, edit{from: at, to: at, text: text, closes: true})
}

// replace puts text in the place of src[from:to]. The newlines that stood there
// follow it, so that the lines below keep their numbers; text must therefore be
// something that a line can end with.
func (e *edits) replace(src []byte, from, to int, text string) {
	text += strings.Repeat("\n", bytes.Count(src[from:to], []byte("\n")))
	*e = append(*e, edit{from: from, to: to, text: text})
}

// apply returns src[from:to] with the edits made. Edits at one offset nest like
// brackets: what ends there is closed, the innermost (recorded last) first;
// then what starts there is opened, the outermost (recorded first) first.
func (e edits) apply(src []byte, from, to int) []byte {
	var closing, opening edits
	for _, x := range e {
		if x.closes {
			closing = append(closing, x)
		} else {
			opening = append(opening, x)
		}
	}
	slices.Reverse(closing)
	sorted := slices.Concat(closing, opening)
	slices.SortStableFunc(sorted, func(a, b edit) int { return a.from - b.from })

	var out []byte
	for _, x := range sorted {
		out = append(out, src[from:x.from]...)
		out = append(out, x.text...)
		from = x.to
	}
	return append(out, src[from:to]...)
}
