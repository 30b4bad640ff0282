package judge

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

var (
	accessLine = regexp.MustCompile(`(?i)^(?:previous )?(?:atomic )?(read|write) at 0x[0-9a-f]+ by `)
	frameLine  = regexp.MustCompile(`^\s+(\S.*\.go):(\d+)(?: \+0x[0-9a-f]+)?$`)
)

// String says what the race is, and after a full stop what makes it one. It
// begins with a small letter and ends without a stop.
func (r Race) String() string {
	a, b := r.Accesses[0], r.Accesses[1]
	if a.File == "" || b.File == "" {
		return "a data race. Two goroutines use the same memory, one of them writes, and nothing puts the two in order"
	}
	if adds, waits := r.counting(); adds != nil {
		return fmt.Sprintf("an Add on %s:%d that may come before or after the Wait on %s:%d. Nothing puts the two in order, "+
			"so Wait may look before anybody is counted", adds.File, adds.Line, waits.File, waits.Line)
	}
	place := fmt.Sprintf("%s:%d and %s:%d", a.File, a.Line, b.File, b.Line)
	if a.File == b.File && a.Line == b.Line {
		place = fmt.Sprintf("%s:%d", a.File, a.Line)
	}
	do := "One goroutine writes while another reads"
	if a.Write && b.Write {
		do = "Two goroutines write"
	}
	return fmt.Sprintf("a data race on %s. %s the same memory, and nothing puts the two in order", place, do)
}

// counting returns the two sides of a WaitGroup whose Add and Wait are in no
// order, nil when the race is another one.
func (r Race) counting() (adds, waits *Access) {
	for i := range r.Accesses {
		switch a := &r.Accesses[i]; {
		case strings.Contains(a.Text, ".Wait()"):
			waits = a
		case strings.Contains(a.Text, ".Add(") || strings.Contains(a.Text, ".Go("):
			adds = a
		}
	}
	if waits == nil || adds == nil {
		return nil, nil
	}
	return adds, waits
}

// source finds the lines of an answer.
type source struct {
	path  string            // the import path, under which frames are reported
	files map[string]string // base name → text
}

func (j *Judge) sourceOf(answer Answer) source {
	s := source{path: j.importPath(answer.Exercise), files: make(map[string]string)}
	files := []string{answer.File}
	if answer.File == "" {
		files, _ = goFiles(answer.Exercise.Dir())
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			name := filepath.Base(file)
			if answer.File != "" {
				name = answer.Exercise.Package + ".go"
			}
			s.files[name] = string(text)
		}
	}
	return s
}

func (s source) line(file string, n int) string {
	lines := strings.Split(s.files[file], "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[n-1])
}

// findRace reads the first report of the race detector in a test's output.
func findRace(lines []string, s source) *Race {
	var race Race
	side := -1 // which of the two accesses the frames belong to
	inReport := false
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "WARNING: DATA RACE"):
			race, side, inReport = Race{}, -1, true
		case !inReport:
		case strings.HasPrefix(line, "====="):
			return &race
		case strings.HasPrefix(line, "Goroutine "):
			side = 2 // where the goroutines were started is another story
		default:
			if match := accessLine.FindStringSubmatch(line); match != nil && side < 1 {
				side++
				race.Accesses[side].Write = strings.EqualFold(match[1], "write")
			} else if side == 0 || side == 1 {
				race.Accesses[side].settle(line, s)
			}
		}
	}
	if inReport {
		return &race
	}
	return nil
}

// settle takes the place of an access from a line of its stack: the topmost
// frame in the answer, or in its test when no frame is the answer's.
func (a *Access) settle(line string, s source) {
	match := frameLine.FindStringSubmatch(line)
	if match == nil {
		return
	}
	dir, file := path.Split(match[1])
	inAnswer := !strings.HasSuffix(file, "_test.go")
	settled := a.File != "" && !(inAnswer && strings.HasSuffix(a.File, "_test.go"))
	if settled || strings.TrimSuffix(path.Clean(dir), "_test") != s.path {
		return
	}
	a.File = file
	a.Line, _ = strconv.Atoi(match[2])
	a.Text = s.line(a.File, a.Line)
}
