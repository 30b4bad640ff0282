package judge

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// finding is one of go vet's, as "go vet -json" prints it.
type finding struct {
	Posn    string `json:"posn"` // "/path/ride.go:44:9"
	Message string `json:"message"`
}

// vet returns, by exercise, what go vet's copylocks and waitgroup analysers say
// of the answers. They see two famous mistakes without running anything; but
// "go test" asks neither of them, so the judge does.
func (j *Judge) vet(ctx context.Context, overlay overlay, answers []Answer) map[string][]string {
	args := []string{"vet", "-json", "-copylocks", "-waitgroup", "-trimpath", "-overlay=" + overlay.file}
	if overlay.tools.Race {
		args = append(args, "-race") // what the tests have compiled will do
	}
	if len(answers) == 1 {
		// Somebody waits for the verdict. Asked for files, vet leaves the tests
		// alone, and takes little more than half of the time.
		files, err := answers[0].files()
		if err != nil {
			return nil
		}
		for _, place := range slices.Sorted(maps.Keys(files)) {
			if files[place] != "" {
				args = append(args, place)
			}
		}
	} else {
		for _, answer := range answers {
			args = append(args, "./"+answer.Exercise.ID)
		}
	}
	// Code that does not compile makes it fail, and of that the tests tell.
	out, _ := overlay.tools.command(ctx, args...).CombinedOutput()

	advice := make(map[string][]string)
	for _, packages := range vetReports(out) {
		for path, analysers := range packages {
			path, _, _ = strings.Cut(path, " ") // "example.com/… [example.com/….test]"
			id := strings.TrimPrefix(path, j.course.Module+"/")
			if path == "command-line-arguments" {
				id = answers[0].Exercise.ID
			}
			for _, raw := range analysers {
				var findings []finding
				if json.Unmarshal(raw, &findings) != nil {
					continue // an analyser that failed says so in another form
				}
				for _, f := range findings {
					line := f.String()
					if !strings.Contains(line, "_test.go:") && !slices.Contains(advice[id], line) {
						advice[id] = append(advice[id], line)
					}
				}
			}
		}
	}
	return advice
}

// String returns the finding with the file's base name and its line.
func (f finding) String() string {
	place := filepath.Base(f.Posn)
	if file, line, ok := strings.Cut(place, ":"); ok {
		line, _, _ = strings.Cut(line, ":")
		place = file + ":" + line
	}
	return fmt.Sprintf("%s: %s", place, strings.Join(strings.Fields(f.Message), " ")) // it may quote a whole function
}

// renamed gives the answer in findings the name that the tests call it by. Go
// vet knows the file that was judged by its own name.
func (a Answer) renamed(findings []string) []string {
	if a.File == "" {
		return findings
	}
	var named []string
	for _, f := range findings {
		if rest, ok := strings.CutPrefix(f, filepath.Base(a.File)+":"); ok {
			f = a.Exercise.Package + ".go:" + rest
		}
		named = append(named, f)
	}
	return named
}

// vetReports reads the JSON objects that go vet prints, one a package, between
// lines that begin with "#".
func vetReports(out []byte) []map[string]map[string]json.RawMessage {
	var kept []byte
	for line := range bytes.Lines(out) {
		if !bytes.HasPrefix(line, []byte("#")) {
			kept = append(kept, line...)
		}
	}
	var reports []map[string]map[string]json.RawMessage
	for decoder := json.NewDecoder(bytes.NewReader(kept)); ; {
		var report map[string]map[string]json.RawMessage
		if decoder.Decode(&report) != nil {
			return reports
		}
		reports = append(reports, report)
	}
}
