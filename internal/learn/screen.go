package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// The few sequences that every terminal knows.
const (
	home      = "\033[H"
	lineEnd   = "\033[K" // erases the rest of the line
	screenEnd = "\033[J" // erases the rest of the screen
)

// A screen is the terminal's window, drawn over from its upper left corner. It
// changes no mode of the terminal.
type screen struct {
	w    io.Writer
	rows func() int // how many the window has now, 0 when nobody knows
	last string     // the status that stands in the last line
}

// begin moves what stands in the window out of the way, to where the learner
// can scroll back to it.
func (s *screen) begin() {
	fmt.Fprint(s.w, strings.Repeat("\n", s.rows()))
	s.clear()
}

func (s *screen) clear() { fmt.Fprint(s.w, home+screenEnd) }

// draw shows body with foot below it. Unless it is to be shown whole, body is
// cut when the window is too small. It leaves the cursor on a line of its own,
// for the status and what is typed.
func (s *screen) draw(body, foot string, whole bool) {
	rows := s.rows()
	above := strings.Split(strings.TrimRight(body, "\n"), "\n")
	below := strings.Split(strings.TrimRight(foot, "\n"), "\n")
	if room := rows - len(below) - 2; !whole && rows > 0 && len(above) > room {
		cut := max(room-1, 1)
		above = append(above[:cut:cut], faint(fmt.Sprintf("… %d more lines: v shows all", len(above)-cut)))
	}
	var text strings.Builder
	text.WriteString(home)
	for _, line := range append(append(above, ""), below...) {
		text.WriteString(line + lineEnd + "\n")
	}
	text.WriteString(screenEnd)
	fmt.Fprint(s.w, text.String()) // at once, so that nothing flickers
	s.last = ""
	fmt.Fprint(s.w, "> ")
}

// status shows what goes on in the line that the cursor stands on.
func (s *screen) status(text string) {
	if text == s.last {
		return
	}
	s.last = text
	fmt.Fprintf(s.w, "\r%s%s> ", lineEnd, strings.TrimLeft(text+"  ", " "))
}

// isTerminal reports whether people stand at the other end of f. The null
// device is a character device, too.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// terminalRows returns how many lines the terminal has.
func terminalRows() int {
	rows, _ := terminalSize()
	return rows
}

// terminalSize asks stty, which asks the terminal that is its standard input.
// What nobody knows is 0.
func terminalSize() (rows, columns int) {
	stty := exec.Command("stty", "size")
	stty.Stdin = os.Stdin
	size, err := stty.Output()
	if err != nil {
		return 0, 0
	}
	if fields := strings.Fields(string(size)); len(fields) == 2 {
		rows, _ = strconv.Atoi(fields[0])
		columns, _ = strconv.Atoi(fields[1])
	}
	return rows, columns
}

// tableWidth returns how wide a table may be: the terminal's width between 60
// and 100 columns, or 80 when nobody knows.
func tableWidth() int {
	columns, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil {
		_, columns = terminalSize()
	}
	if columns == 0 {
		columns = 80
	}
	return min(max(columns, 60), 100)
}
