package judge

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"example.com/backpressure/internal/epitaph"
)

// What the judge itself says to a learner.
const (
	neverBegan = "the program ended before this test began"
	exitsEarly = neverBegan + ": does the code call os.Exit or log.Fatal when the package is loaded?"
	outOfTime  = "not run: other tests of this exercise crashed or hung again and again, and the time for one answer was up"
	exited     = "the program ended in the middle of this test: does the code call os.Exit or log.Fatal? Return an error, or panic, instead."
	timedOut   = "hang: this test did not come to an end. A loop that never leaves, or a wait that nobody ends."
	flooded    = "this test printed more than 1 MB and was stopped: is there a Print in a loop that does not end?"
	silent     = "the test failed without a word"
	wasSkipped = "this test was skipped"
	printed    = "printed in this schedule:\n"
	noneBreaks = ": none breaks it" // in the summary of an exploration that went well
	raceNoted  = "race detected during execution of test"
)

var (
	messageLine = regexp.MustCompile(`^\s{4,}(\w+\.go:\d+): ?(.*)$`)
	labelLine   = regexp.MustCompile(`^\s+\t(Error Trace|Error|Test|Messages):\s*\t(.*)$`)
	labelMore   = regexp.MustCompile(`^\s+\t\s+\t(.*)$`)
	countLine   = regexp.MustCompile(`\.go:\d+: (?:all )?([\d,]+) schedules.*: none breaks it`)
	otherBubble = regexp.MustCompile(`^fatal error: .*\bsynctest (channel|timer)\b.* from outside bubble`)
	comparison  = regexp.MustCompile(`^"\S*" is not (less|greater) than`)
	containing  = regexp.MustCompile(`^\S.* (does not|should not) contain `)
	twoValues   = regexp.MustCompile(`^Not equal: *\n *expected *: (.*)\n *actual *: (.*)$`)
	plainValue  = regexp.MustCompile(`^(?:\w+\()?(?:-?[\d.]+(?:e[+-]?\d+)?|-?(?:[\d.]+(?:h|m|s|ms|µs|ns))+|0x[0-9a-f]+|true|false|nil|<nil>(?:\(<nil>\))?)\)?$`)
)

// failedTest reads what a test that failed had to say.
func failedTest(name string, lines []string) Test {
	test := Test{Name: name, Result: Failed, Output: lines}
	raced := false
	for _, message := range messages(lines) {
		switch {
		case message.Text == raceNoted:
			raced = true
		case strings.Contains(message.Text, noneBreaks): // of an exploration before
		case strings.HasPrefix(message.Text, "schedule:"):
			test.Schedule = message.Text
		case strings.HasPrefix(message.Text, printed):
			test.Printed = strings.TrimPrefix(message.Text, printed)
		default:
			test.Messages = append(test.Messages, message)
		}
	}
	if crash := death(lines); crash != "" {
		test.Messages = append(test.Messages, Message{Text: crash})
	}
	switch {
	case len(test.Messages) > 0:
	case raced:
		test.Result = Raced
	default:
		test.Messages = []Message{{Text: silent}}
	}
	return test
}

// shorten leaves the folder of the exercise out of what a library says of a
// file, as in "registered at server.go:31": the learner knows where it is.
func shorten(m *Message, folder string) {
	m.Text = strings.NewReplacer(folder+"/", "", folder+"_test/", "").Replace(m.Text)
}

// crashedTest tells of the test that was running when the program died.
func crashedTest(name string, seen *exercise) Test {
	lines := slices.Concat(seen.tests[name].lines, seen.outside)
	text := death(lines)
	switch {
	case seen.flooded:
		text = flooded
	case seen.hung || strings.HasPrefix(text, "panic: test timed out"):
		text = timedOut
	case text == "" || strings.Contains(text, "unexpected call to os.Exit"):
		text = exited
	}
	// What the test itself had found before it died comes after: the death
	// has usually to do with it, but is the louder news.
	said := slices.DeleteFunc(messages(seen.tests[name].lines), func(m Message) bool {
		return m.Text == raceNoted || strings.Contains(m.Text, noneBreaks)
	})
	return Test{Name: name, Result: Crashed, Messages: append([]Message{{Text: text}}, said...), Output: lines}
}

// death says in a sentence what a program died of, "" when it did not. Each test
// has a bubble of its own, and what was made in one may not be touched from
// elsewhere: the runtime's words for that mean nothing to a learner.
func death(output []string) string {
	text := epitaph.Of(strings.Join(output, "\n"))
	if match := otherBubble.FindStringSubmatch(text); match != nil {
		return "a " + match[1] + " that was made in one test is used in another. Does the package keep it in a variable?"
	}
	return text
}

// whyNobody says why in a run not even one test had its turn.
func (x *exercise) whyNobody() string {
	died := death(x.outside)
	switch {
	case x.flooded:
		return flooded
	case x.hung:
		return timedOut
	case died != "":
		return neverBegan + ": " + died
	}
	return exitsEarly
}

// messages cuts the lines of a test's output into its complaints. Those of
// testify are tables; what the author of the test wrote stands last in them
// and is the first thing to be read.
func messages(lines []string) []Message {
	var found []Message
	label := ""
	fields := make(map[string]string)
	closeTable := func() {
		if len(fields) > 0 && len(found) > 0 {
			last := &found[len(found)-1]
			last.Text, last.Detail = fields["Messages"], fields["Error"]
			switch {
			case last.Text == "":
				last.Text, last.Detail = last.Detail, ""
			default:
				last.Detail = detail(last.Detail)
			}
		}
		label = ""
		clear(fields)
	}
	for _, line := range lines {
		if match := labelLine.FindStringSubmatch(line); match != nil {
			label = match[1]
			fields[label] = strings.TrimSpace(match[2])
			continue
		}
		if match := labelMore.FindStringSubmatch(line); match != nil && label != "" {
			fields[label] += "\n" + match[1]
			continue
		}
		closeTable()
		if match := messageLine.FindStringSubmatch(line); match != nil {
			found = append(found, Message{Where: match[1], Text: match[2]})
		} else if more, ok := strings.CutPrefix(line, "        "); ok && len(found) > 0 {
			last := &found[len(found)-1]
			last.Text = strings.TrimPrefix(last.Text+"\n"+more, "\n")
		}
	}
	closeTable()
	return found
}

// detail keeps of testify's comparison what says more than the message above it.
// Two numbers don't: the message has them, in a sentence.
func detail(text string) string {
	text, _, _ = strings.Cut(text, "\n\nDiff:")
	if v := twoValues.FindStringSubmatch(text); v != nil && plainValue.MatchString(v[1]) && plainValue.MatchString(v[2]) {
		return ""
	}
	switch {
	case strings.HasPrefix(text, "Should "), strings.HasPrefix(text, "Expected error with"),
		strings.HasPrefix(text, "An error is expected"), strings.HasPrefix(text, "Expect "),
		strings.HasPrefix(text, "Expected value not to be nil"), containing.MatchString(text), comparison.MatchString(text):
		return ""
	}
	return strings.Replace(text, "Received unexpected error:", "The error was:", 1)
}

// complaints are what the compiler says of an answer that it can't even read,
// and what there is to do: %s is the answer's file, %p the package, %o what the
// learner began with.
var complaints = []struct{ says, do string }{
	{"_test.go:", "The tests use what is named here. Does %s still declare it, with that name and those types?"},
	{"found packages ", "%s, and every file beside it, begins with the line: package %p"},
	{"build constraints exclude all Go files", "A line that begins with //go:build keeps %s out of the program. Take that line away."},
	{"no non-test Go files", "There is no %s. What you began with is %o"},
	{"no required module provides package ", "No answer needs more than the standard library, and what go.mod names. Take that import out of %s."},
	{"is not in std", "Is the path of that import in %s written as it should be?"},
	{"expected 'package', found 'EOF'", "%s is empty. What you began with is %o"},
}

// buildErrors returns the compiler's complaints with the answer's base name in
// the place of its path.
func buildErrors(lines []string, answer Answer) []string {
	var found []string
	for _, line := range lines {
		line = strings.TrimRight(line, " \t")
		if line == "" || strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "\tgo get ") {
			continue
		}
		if file, rest, ok := strings.Cut(line, ".go:"); ok && !strings.ContainsAny(file, " \t") {
			base := filepath.Base(filepath.FromSlash(strings.ReplaceAll(file, `\`, "/")))
			line = base + ".go:" + rest
		}
		line, _, _ = strings.Cut(line, " in "+answer.Exercise.Dir())
		line = strings.TrimSuffix(line, "; to add it:")
		found = append(found, line)
	}
	about := strings.NewReplacer("%s", filepath.Base(answer.Exercise.File()), "%p", answer.Exercise.Package,
		"%o", "solutions/"+answer.Exercise.ID+"/testdata/start/"+answer.Exercise.Package+".go")
	for _, c := range complaints {
		if slices.ContainsFunc(found, func(line string) bool { return strings.Contains(line, c.says) }) {
			return append(found, about.Replace(c.do))
		}
	}
	return found
}
