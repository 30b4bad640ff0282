package main

import (
	"regexp"
	"strconv"
	"strings"
)

// plainWords says of the complaints that everybody meets what they mean. The
// first that fits counts.
var plainWords = []struct {
	complaint *regexp.Regexp
	means     string
}{
	// The compiler's.
	{regexp.MustCompile(`declared and not used`), "Go takes no variable that nothing reads. Use it, or take it out."},
	{regexp.MustCompile(`imported and not used`), "Go takes no import that nothing uses. Take it out, or use it."},
	{regexp.MustCompile(`undefined: \w+$`), "Nothing of this name is known here: a slip of the pen, or a declaration or import that is missing."},
	{regexp.MustCompile(`undefined \(type .* has no field or method`), "The type has nothing of this name. Is it declared, in the struct or as a method? If so, look at its capital letters."},
	{regexp.MustCompile(`missing return`), "The function promises a result, and one way through it ends without a return."},
	{regexp.MustCompile(`cannot use .* as .* value`), "A value of one type stands where another is wanted."},
	{regexp.MustCompile(`assignment mismatch|(too many|not enough) (arguments|return values)`), "Count both sides: what is given and what is wanted differ in number."},
	{regexp.MustCompile(`mismatched types`), "Go converts no type by itself: write the conversion, as in int64(n)."},
	{regexp.MustCompile(`send to receive-only|receive from send-only|cannot (send to|receive from)`), "This end of the channel works in one direction only: chan<- sends, <-chan receives."},
	{regexp.MustCompile(`no new variables on left side of :=`), "The variable is there already: = assigns to it, := would declare a new one."},
	{regexp.MustCompile(`redeclared in this block`), "Two things in one package have this name."},
	{regexp.MustCompile(`is not in std`), "There is no package of this name in the standard library: a slip of the pen? The exercises need no other module."},
	{regexp.MustCompile(`syntax error|expected '|expected declaration|illegal character`), "Go can't read the file from here on. Often a bracket, a brace or a comma is missing just above."},
	// Those of go vet.
	{regexp.MustCompile(`(passes lock by value|copies lock value|copies lock)`), "A copy of a lock or a WaitGroup knows nothing of the original: what is done to one, the other never hears. Pass a pointer."},
	{regexp.MustCompile(`WaitGroup\.Add called from inside new goroutine`), "The goroutine may begin when Wait has already looked and seen nobody. Call Add before go."},
}

// plainWord returns what a complaint of the compiler or of go vet means, "" for
// one that is not famous.
func plainWord(complaint string) string {
	for _, word := range plainWords {
		if word.complaint.MatchString(complaint) {
			return word.means
		}
	}
	return ""
}

var complaintPlace = regexp.MustCompile(`^(\w+\.go):(\d+)`)

// complainedOf returns the line of text that a complaint about file speaks of,
// "" when it speaks of none.
func complainedOf(complaint, file, text string) string {
	match := complaintPlace.FindStringSubmatch(complaint)
	if match == nil || match[1] != file {
		return ""
	}
	lines := strings.Split(text, "\n")
	n, err := strconv.Atoi(match[2])
	if err != nil || n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[n-1])
}
