package judge

import (
	"slices"
	"strconv"
	"strings"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/schedule/step"
)

// A Verdict is what the tests of one exercise say of one answer.
type Verdict struct {
	Exercise course.Exercise
	// Build holds the compiler's complaints; with one or more of them no test
	// ran and Tests is empty.
	Build []string
	// Tests holds every test that the test files declare, in their order.
	Tests []Test
	// Race is the first data race that was seen, nil when there was none.
	Race *Race
	// Sampled says that the steps which the schedule explorer needs could not
	// be put into this answer: its schedules were sampled, not explored.
	Sampled bool
	// Advice holds what go vet's copylocks and waitgroup analysers found. It
	// does not count against the answer.
	Advice []string
}

// Passed reports whether the answer is accepted: it compiled, every declared
// test passed, and no data race was seen.
func (v Verdict) Passed() bool {
	return len(v.Build) == 0 && v.Race == nil && len(v.Tests) > 0 && len(v.Failed()) == 0
}

// Failed returns the sorted names of the tests that failed for a reason of
// their own. A test that only saw a data race is not among them: which test
// gets the detector's report depends on the order.
func (v Verdict) Failed() []string {
	var names []string
	for _, test := range v.Tests {
		if test.Failed() {
			names = append(names, test.Name)
		}
	}
	slices.Sort(names)
	return names
}

// A Test is one test function and what became of it.
type Test struct {
	Name     string
	Result   Result
	Messages []Message // what it said when it did not pass, the first first
	Schedule string    // the schedule that broke the answer, as a table; "" when there is none
	Printed  string    // what the answer printed in that schedule
	Output   []string  // every line it printed, as it came
}

// Failed reports whether the test failed for a reason of its own, and not only
// because it saw a data race.
func (t Test) Failed() bool { return t.Result != Passed && t.Result != Raced }

// Schedules returns how many schedules the tests went through.
func (v Verdict) Schedules() int {
	sum := 0
	for _, test := range v.Tests {
		for _, line := range test.Output {
			if match := countLine.FindStringSubmatch(line); match != nil {
				n, _ := strconv.Atoi(strings.ReplaceAll(match[1], ",", ""))
				sum += n
			}
		}
	}
	return sum
}

// wantsPlain reports whether the test asked to be run on the answer as it is
// written: it measures something that steps would change.
func (t Test) wantsPlain() bool {
	return t.Result == skipped && slices.ContainsFunc(t.Output, func(line string) bool { return strings.HasSuffix(line, step.AsWritten) })
}

// Result is how a test ended.
type Result string

// The results of a test.
const (
	Passed  Result = "passed"
	Failed  Result = "failed"
	Raced   Result = "data race" // it failed, and only because of a data race
	Crashed Result = "crashed"   // it ended the whole program, or never ended
	skipped Result = "skipped"
	NotRun  Result = "not run" // the program ended before its turn, each time
)

// A Message is one complaint of a test.
type Message struct {
	Text   string // the sentence for the learner
	Detail string // what was compared, "" when there is nothing more to know
	Where  string // "ride_test.go:36", "" when unknown
}

// A Race is a data race: two goroutines touch the same memory, at least one of
// them writes, and nothing puts the two in order.
type Race struct {
	Test     string // the first that met it; which one that is depends on the order
	Accesses [2]Access
}

// An Access is one side of a data race.
type Access struct {
	Write bool
	File  string // base name of the answer's file, "" when no frame is the answer's
	Line  int
	Text  string // the line itself, "" when it could not be read
}
