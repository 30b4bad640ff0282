package watch

import (
	"regexp"
	"slices"
	"strings"
)

// ExerciseFrame finds the lines of a stack that stand in an exercise, as in
// "ride.go:30".
var ExerciseFrame = regexp.MustCompile(`[/\\]\d\d-\w+[/\\]\d+-\w+[/\\](\w+\.go:\d+)`)

// mostPlaces is how many lines a reader wants to look at.
const mostPlaces = 8

// Places returns the lines of the answer on which goroutines stand now, the
// innermost of each, sorted. ofBubbles leaves out those outside of all bubbles.
func Places(ofBubbles bool) []string {
	var places []string
	for stack := range strings.SplitSeq(string(stacks()), "\n\n") {
		header, frames, _ := strings.Cut(stack, "\n")
		if ofBubbles && !strings.Contains(header, "synctest bubble") {
			continue
		}
		for _, match := range ExerciseFrame.FindAllStringSubmatch(frames, -1) {
			if !strings.Contains(match[1], "_test.go:") {
				places = append(places, match[1])
				break
			}
		}
	}
	slices.Sort(places)
	places = slices.Compact(places)
	return places[:min(len(places), mostPlaces)]
}

// At says where the places are, for the end of a sentence.
func At(places []string) string {
	if len(places) == 0 {
		return ""
	}
	return "\n    somebody stands at " + strings.Join(places, "\n    somebody stands at ")
}
