// Package epitaph finds, in what a program printed, why it died.
package epitaph

import (
	"regexp"
	"strings"
)

// Stopped begins the line of a program that has stopped itself, for a reason
// that follows. The other beginnings are the Go runtime's.
const Stopped = "stopped: "

var (
	line  = regexp.MustCompile(`(?m)^(?:panic|fatal error|stopped): .*$`)
	limit = regexp.MustCompile(`(?m)^race: limit on (\d+) simultaneously alive goroutines is exceeded, dying\r?$`)
)

// Of returns the line that says why the program died, as in "panic: the printer
// is on fire" or "fatal error: all goroutines are asleep - deadlock!". What the
// program gives as its own reason comes without [Stopped]. It returns "" when
// there is no such line.
func Of(output string) string {
	if match := limit.FindStringSubmatch(output); match != nil {
		return "too many goroutines: there were more than " + match[1] + " at once"
	}
	text := strings.TrimPrefix(strings.TrimSuffix(line.FindString(output), "\r"), Stopped)
	text, _, _ = strings.Cut(text, " [recovered")
	return text
}
