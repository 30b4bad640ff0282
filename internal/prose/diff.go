package prose

import "strings"

// Sides returns the two texts that a diff stands for, hunk by hunk: what its
// lines were before and what they are after. A line begins with "-" when it is
// taken away, with "+" when it is added and with a space when it stays; "@@"
// stands between two hunks.
func Sides(diff string) (before, after []string) {
	for hunk := range strings.SplitSeq(diff, "@@\n") {
		before = append(before, side(hunk, '-'))
		after = append(after, side(hunk, '+'))
	}
	return before, after
}

// side returns the lines of a hunk that stay or carry the sign, without it.
func side(hunk string, sign byte) string {
	var text strings.Builder
	for line := range strings.Lines(hunk) {
		if line[0] == sign || line[0] == ' ' {
			text.WriteString(line[1:])
		}
	}
	return text.String()
}
