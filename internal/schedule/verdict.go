package schedule

import (
	"fmt"
	"strconv"
	"strings"
)

// mostStands is of how many goroutines a learner wants to know where they stand.
const mostStands = 8

// stuck says in words what has stopped a run, and where everybody stands.
func (s *search) stuck(p string) string {
	var b strings.Builder
	switch {
	case s.run.Busy:
		b.WriteString(busy(s.run.Where))
	case s.run.Locked():
		b.WriteString(deadlocked)
	default:
		b.WriteString(deadlock(p))
	}
	lines := s.run.Stands()
	for _, line := range lines[:min(len(lines), mostStands)] {
		b.WriteString("\n    " + line)
	}
	if more := len(lines) - mostStands; more > 0 {
		fmt.Fprintf(&b, "\n    and %s more", commas(more))
	}
	return b.String()
}

// summary says what a search that found nothing has seen.
func (s *search) summary() string {
	schedules := commas(s.before+s.schedules) + " schedules"
	text := ""
	switch {
	case len(s.paths) == 0 && len(s.costly) == 0:
		text = "all " + schedules
		if s.schedules == 1 { // and one before it
			text = "the only schedule there is"
		}
	case len(s.paths) == 0:
		text = schedules + ", up to " + preemptions(s.bound)
	case s.bound == 0:
		text = schedules + ", some of those without preemptions"
	case s.bound == 1:
		text = schedules + ", all without preemptions and some with 1"
	default:
		text = fmt.Sprintf("%s, up to %s and some with %d", schedules, preemptions(s.bound-1), s.bound)
	}
	if s.random > 0 {
		text += fmt.Sprintf(", %s of them at random", commas(s.random))
	}
	text += ": none breaks it"
	if s.lost > 0 {
		text += fmt.Sprintf(" (%s of them could not be repeated: something besides the schedule differs from run to run)", commas(s.lost))
	}
	return text
}

func preemptions(n int) string {
	if n == 1 {
		return "1 preemption"
	}
	return fmt.Sprintf("%d preemptions", n)
}

// commas writes 1,058 for 1058.
func commas(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
