package judge

import (
	"regexp"
	"slices"

	"example.com/backpressure/internal/course"
)

// Said returns what the tests said to an answer: for each test that failed for
// a reason of its own the first sentence of its message, without what differs
// between two answers with the same mistake, the line numbers and the code on
// these lines. It is empty when there was a data race: what else goes wrong
// then is not determined.
func (v Verdict) Said() map[string]string {
	said := make(map[string]string)
	if v.Race != nil {
		return said
	}
	for _, test := range v.Tests {
		if test.Failed() {
			said[test.Name] = place.ReplaceAllString(test.Messages[0].Text, "$1$2")
		}
	}
	return said
}

// place is where in the answer something happened, and the code that stands
// there. What a goroutine panicked with follows its place like code, and is none.
var place = regexp.MustCompile(`(\w+\.go):\d+(: panic: )?(?:: [^\n]*)?`)

// Diagnose returns the wrong answer among known whose mistake v shows: the same
// tests failed, each with the same words, but for those whose words vary. It
// returns false when there is none, or more than one that can't be told apart: a
// wrong name is worse than none.
func (v Verdict) Diagnose(known []course.Answer) (mistake course.Answer, ok bool) {
	said := v.Said()
	if len(said) == 0 {
		return course.Answer{}, false
	}
	for _, answer := range known {
		if answer.Kind != course.Wrong || !sameMistake(answer, said) {
			continue
		}
		if ok {
			return course.Answer{}, false
		}
		mistake, ok = answer, true
	}
	return mistake, ok
}

// sameMistake reports whether said is what the tests say to the known answer.
func sameMistake(known course.Answer, said map[string]string) bool {
	if len(known.Said) != len(said) {
		return false
	}
	for test, words := range said {
		recorded, fails := known.Said[test]
		if !fails || recorded != words && !slices.Contains(known.Varies, test) {
			return false
		}
	}
	return true
}
