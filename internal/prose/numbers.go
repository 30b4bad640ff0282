package prose

import (
	"regexp"
	"slices"
	"strings"
)

var (
	notProse = regexp.MustCompile("`[^`]*`|\\]\\([^)]*\\)|\\d+-\\pL+") // code, where links lead, and names of exercises
	number   = regexp.MustCompile(`(\d+(?:[.,]\d+)*)(?:[ \x{00a0}](ns|µs|ms|s|%))?(?:[^\pL]|$)`)
	claim    = regexp.MustCompile(`(?i)\bmeasured\b`)
)

// Numbers returns the numbers in a text, each with its unit when that is a time or
// per cent, and without commas. Code, the targets of links, and names as 3-limiter
// are not read.
func Numbers(text string) []string {
	var found []string
	for _, match := range number.FindAllStringSubmatch(notProse.ReplaceAllString(text, " "), -1) {
		found = append(found, strings.TrimSpace(strings.ReplaceAll(match[1], ",", "")+" "+match[2]))
	}
	return found
}

// Prints reports whether an output has a number, with the same unit if it has one.
func Prints(output, wanted string) bool {
	return slices.ContainsFunc(Numbers(output), func(printed string) bool {
		return printed == wanted || strings.HasPrefix(printed, wanted+" ")
	})
}

// Measured reports whether a paragraph says that its numbers were measured.
func Measured(text string) bool { return claim.MatchString(text) && len(Numbers(text)) > 0 }
