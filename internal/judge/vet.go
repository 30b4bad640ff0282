package judge

import (
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var vetLine = regexp.MustCompile(`^(?:vet: )?(\S+\.go):(\d+):\d+: (.*)$`)

// vet returns, by exercise, what go vet's copylocks and waitgroup analysers say
// of the answers. They see two famous mistakes without running anything; but
// "go test" asks neither of them, so the judge does.
func (j *Judge) vet(ctx context.Context, overlay string, answers []Answer) map[string][]string {
	args := []string{"vet", "-copylocks", "-waitgroup", "-overlay=" + overlay}
	for _, answer := range answers {
		args = append(args, "./"+answer.Exercise.ID)
	}
	// Findings make it exit non-zero, and so does code that does not compile,
	// of which the tests already tell.
	out, _ := j.tools.command(ctx, args...).CombinedOutput()
	advice := make(map[string][]string)
	id := ""
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		if path, ok := strings.CutPrefix(line, "# "); ok {
			id = strings.TrimPrefix(strings.Trim(strings.Fields(path)[0], "[]"), j.course.Module+"/")
			continue
		}
		match := vetLine.FindStringSubmatch(line)
		if match == nil || strings.HasPrefix(line, "vet: ") || strings.HasSuffix(match[1], "_test.go") {
			continue
		}
		finding := filepath.Base(match[1]) + ":" + match[2] + ": " + match[3]
		if !slices.Contains(advice[id], finding) {
			advice[id] = append(advice[id], finding)
		}
	}
	return advice
}
