package step

import (
	"fmt"
	"strconv"
	"strings"
)

// An event is a line that ran.
type event struct {
	g         *goroutine
	pos       string
	preempted bool // g has interrupted another one to run it
}

// events are what a run has done so far.
type events struct {
	log  []event
	done int
	rows []Row // as they were when the body had failed, nil when it has not

	// Failed, when set, says whether the body has failed: what runs after that only
	// clears up. It is asked in the body's goroutine alone, in which a look at the
	// T puts nobody else's memory in order.
	Failed func() bool
}

// commit records the line that g stands on, once it runs. Before that others
// may have had their turn.
//
//go:norace
func (r *Run) commit(g *goroutine) {
	if !g.pending {
		return
	}
	g.pending = false
	if r.done == len(r.log) {
		longer := make([]event, 2*r.done)
		for i := range r.log {
			longer[i] = r.log[i]
		}
		r.log = longer
	}
	r.log[r.done] = event{g, g.pos, g.cut}
	g.cut = false
	r.done++
}

// A Row is a line that a goroutine ran, for the picture.
type Row struct {
	Who       int // an index into the names
	File      string
	Line      int
	Text      string
	Preempted bool
}

// conclude keeps the lines that ran until the body failed.
//
//go:norace
func (r *Run) conclude() {
	if r.rows == nil && r.Failed != nil && r.Failed() {
		r.rows = r.Rows()
	}
}

// Rows returns the lines that ran, in order, up to the failure of the body.
func (r *Run) Rows() []Row {
	if r.rows != nil {
		return r.rows
	}
	rows := make([]Row, r.done)
	for i, e := range r.log[:r.done] {
		rows[i] = e.row()
	}
	// Whoever waits at a gate to the end has not run the line that it waits on,
	// and that line is what a reader looks for.
	for g := r.first; g != nil; g = g.next {
		if g.pending && g.state == parked && !g.gate.isOpen() {
			rows = append(rows, event{g, g.pos, g.cut}.row())
		}
	}
	return rows
}

func (e event) row() Row {
	file, line := split(e.pos)
	return Row{e.g.id, file, line, text(file, line), e.preempted}
}

// Names returns what the goroutines are called, the body first. Those of the same
// name are numbered.
func (r *Run) Names() []string {
	var names []string
	named := make(map[string]int)
	for g := r.first; g != nil; g = g.next {
		named[g.name]++
	}
	number := make(map[string]int)
	for g := r.first; g != nil; g = g.next {
		switch {
		case g.id == 0:
			names = append(names, "the test")
		case named[g.name] > 1 && g.name != "":
			number[g.name]++
			names = append(names, fmt.Sprintf("%s, %d", g.name, number[g.name]))
		case g.name != "":
			names = append(names, g.name)
		case g.born != "":
			names = append(names, fmt.Sprintf("goroutine %d (%s)", g.id, g.born))
		default:
			names = append(names, fmt.Sprintf("goroutine %d", g.id))
		}
	}
	return names
}

// Stands says, for every goroutine that has not ended, where it stands.
func (r *Run) Stands() []string {
	var lines []string
	names := r.Names()
	for g := r.first; g != nil; g = g.next {
		if g.state == ended || g.id == 0 && r.over {
			continue
		}
		at := "has not begun"
		if g.pos != "" {
			file, line := split(g.pos)
			at = "stands at " + g.pos + ": " + text(file, line)
		} else if g.id == 0 || g.state != parked {
			at = "waits in the test's own code"
		}
		lines = append(lines, names[g.id]+" "+strings.TrimSuffix(at, ": "))
	}
	return lines
}

// Locked says whether somebody waits for a lock, or for another that a twin
// makes him wait for.
func (r *Run) Locked() bool {
	for g := r.first; g != nil; g = g.next {
		if g.state == parked && !g.gate.isOpen() {
			return true
		}
	}
	return false
}

func split(pos string) (file string, line int) {
	file, number, _ := strings.Cut(pos, ":")
	line, _ = strconv.Atoi(number)
	return file, line
}

func text(file string, line int) string {
	lines := sources[file]
	if line < 1 || line > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[line-1])
}
