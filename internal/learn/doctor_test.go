package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

func TestDoctorTriesWhatIsThere(t *testing.T) {
	_, learn := small(t)
	out, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	goAlone := filepath.Join(strings.TrimSpace(string(out)), "bin")

	for _, c := range []struct {
		name    string
		environ []string // names and values
		code    int
		says    []string
	}{
		{"as it is", nil, yes,
			[]string{"✓ schedules      explored: ", "✓ go vet         it finds a lock that is copied", "The course can be done here."}},
		{"nothing but Go", []string{"PATH", goAlone}, yes,
			[]string{"✓ schedules      explored: ", "– race detector  ", "Wrong results are still\n", "– git            there is none", "The course can be done here."}},
		{"a compiler that is none", []string{"CC", filepath.Join(goAlone, "go"), "CGO_ENABLED", "1"}, notYet,
			[]string{"✗ C compiler     ", "CGO_ENABLED=0", "can't be done here yet"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := 0; i < len(c.environ); i += 2 {
				t.Setenv(c.environ[i], c.environ[i+1])
			}
			out, code := learn("doctor")
			assert.Equal(t, c.code, code, out)
			for _, says := range c.says {
				assert.Contains(t, out, says)
			}
			for line := range strings.Lines(out) {
				if strings.HasPrefix(line, "  ") && !strings.ContainsAny(line, "/\\") { // a path is as long as it is
					assert.LessOrEqual(t, len([]rune(line)), width+1, line)
				}
			}
		})
	}
}

func TestTheTrialIsNotPassedByAccident(t *testing.T) {
	good := judge.Verdict{Tests: []judge.Test{{Name: "TestIt", Result: judge.Passed, Output: []string{"    ride_test.go:99: all 72 schedules: none breaks it"}}}}
	bad := judge.Verdict{Tests: []judge.Test{{Name: "TestIt", Result: judge.Failed, Messages: []judge.Message{{Text: "it fell"}}, Output: []string{"a line"}}}}
	unbuilt := judge.Verdict{Build: []string{"ride.go:1: no"}}
	unexplored := judge.Verdict{Tests: []judge.Test{{Name: "TestIt", Result: judge.Passed}}}
	sampled := good
	sampled.Sampled = true
	raced := bad
	raced.Race = &judge.Race{}

	for name, c := range map[string]struct {
		reference, start judge.Verdict
		is               state
		says             string
	}{
		"all is well":              {good, bad, there, "explored: 72 of them"},
		"it does not compile":      {unbuilt, bad, broken, "does not compile here:\nride.go:1: no"},
		"a right answer fails":     {bad, bad, broken, "does not pass here:\nit fell\na line"},
		"an unsolved one passes":   {good, good, broken, "nothing is solved in it"},
		"the steps do not fit":     {sampled, bad, broken, "sampled here and not explored"},
		"no schedule was explored": {unexplored, bad, broken, "sampled here and not explored"},
	} {
		t.Run(name, func(t *testing.T) {
			found := schedules(course.Exercise{ID: exercise}, c.reference, c.start)
			require.Len(t, found, 1)
			assert.Equal(t, c.is, found[0].is)
			assert.Contains(t, found[0].says, c.says)
		})
	}

	racing := course.Answer{Race: true}
	assert.Equal(t, broken, detector(judge.Tools{Race: true}, racing, bad).is)
	assert.Equal(t, there, detector(judge.Tools{Race: true}, racing, raced).is)
	assert.Equal(t, missing, detector(judge.Tools{Why: "there is no C compiler"}, racing, bad).is)
	assert.Contains(t, detector(judge.Tools{Race: true}, course.Answer{}, bad).says, "no race to try it with")
}

// A temporary directory that can't be written to is said to be one.
func TestDoctorWithoutATemporaryDirectory(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "gone"))
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	assert.Contains(t, goVet(t.Context()).says, "can't write a temporary file")
}
