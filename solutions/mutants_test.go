package solutions

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
	"example.com/backpressure/internal/mutate"
)

// make mutants
var mutants = flag.String("mutants", "", "judge what the right answers turn into when one thing is taken out: reference, right/NAME, all")

// Tests that accept every right answer may accept anything. So one thing at a
// time is taken out of each right answer, and either the tests miss it, or a
// list gives the reason why the answer is still right. This takes hours for all
// answers, so it is asked for: make mutants, or with EXERCISE=ride.
func TestEveryMutantIsRejectedOrListed(t *testing.T) {
	if *mutants == "" {
		t.Skip("asked for with -mutants reference, right/NAME or all")
	}
	j, exercises := start(t)
	require.True(t, j.Tools().Race, "without the race detector many mutants are accepted: %s", j.Tools().Why)
	asked := 0
	for _, e := range exercises {
		t.Run(e.ID, func(t *testing.T) {
			harmless := readHarmless(t, e)
			for _, answer := range rightAnswers(t, e) {
				if *mutants == "all" || *mutants == answer.Name() {
					asked++
					judgeMutants(t, j, e, answer, harmless[answer.Name()])
				}
			}
		})
	}
	assert.NotZero(t, asked, "no right answer is called %s", *mutants)
}

// The lists of harmless mutants name what there is. Whether it is harmless,
// "make mutants" says.
func TestEveryHarmlessMutantExists(t *testing.T) {
	_, exercises := start(t)
	for _, e := range exercises {
		harmless := readHarmless(t, e)
		for _, answer := range rightAnswers(t, e) {
			listed := harmless[answer.Name()]
			delete(harmless, answer.Name())
			if len(listed) == 0 {
				continue
			}
			_, found := readMutants(t, answer)
			for _, name := range listed {
				assert.True(t, slices.ContainsFunc(found, func(m mutate.Mutant) bool { return m.Name == name }),
					"%s: %s has no mutant %q", harmlessFile(e), answer.Name(), name)
			}
		}
		assert.Empty(t, harmless, "%s: there are no such answers", harmlessFile(e))
	}
}

func rightAnswers(t *testing.T, e course.Exercise) []course.Answer {
	answers, err := e.RightAnswers()
	require.NoError(t, err)
	return answers
}

func readMutants(t *testing.T, answer course.Answer) (source []byte, found []mutate.Mutant) {
	source, err := os.ReadFile(answer.File)
	require.NoError(t, err)
	found, err = mutate.Mutants(source)
	require.NoError(t, err, answer.File)
	return source, found
}

// judgeMutants judges the mutants of one answer.
func judgeMutants(t *testing.T, j *judge.Judge, e course.Exercise, answer course.Answer, harmless []string) {
	source, all := readMutants(t, answer)
	dir := t.TempDir()
	var asked []judge.Answer
	var compiling []mutate.Mutant
	for i, m := range all {
		compiles, ok := m.Compiling(source)
		if !ok {
			assert.NotContains(t, harmless, m.Name, "the list calls it harmless, and it does not compile")
			continue
		}
		file := filepath.Join(dir, fmt.Sprintf("%d.go", i))
		require.NoError(t, os.WriteFile(file, compiles.Text, 0o600))
		asked = append(asked, judge.Answer{Exercise: e, File: file})
		compiling = append(compiling, m)
	}
	verdicts := judgeAll(t, j, asked)

	rejected, right := 0, 0
	for i, m := range compiling {
		v, listed := verdicts[i], slices.Contains(harmless, m.Name)
		assert.Empty(t, v.Build, "the type checker took it, and the compiler does not: %s", m.Name)
		assert.False(t, v.Sampled, "its steps do not compile: %s", m.Name)
		switch {
		case v.Passed() && listed:
			right++
		case v.Passed():
			t.Errorf("%s: the tests accept it:\n%s", answer.Name(), difference(source, m))
		case listed:
			t.Errorf("%s: the list calls it harmless, and it fails %v:\n%s", answer.Name(), v.Failed(), difference(source, m))
		case guilty(v):
			rejected++
		default:
			t.Errorf("%s: no test had its turn: %s: %s", answer.Name(), m.Name, v.Tests[0].Messages)
		}
	}
	t.Logf("%s: %d mutants, %d rejected, %d listed as harmless, %d do not compile", answer.Name(), len(all), rejected, right, len(all)-len(compiling))
}

// guilty reports whether a test found something, and was not only without a turn.
func guilty(v judge.Verdict) bool {
	return v.Race != nil || slices.ContainsFunc(v.Tests, func(test judge.Test) bool {
		return test.Result != judge.Passed && test.Result != judge.NotRun
	})
}

// difference shows the first line in which the mutant is not the original.
func difference(original []byte, m mutate.Mutant) string {
	before, after := strings.Split(string(original), "\n"), strings.Split(string(m.Text), "\n")
	for i := range before {
		if before[i] != after[i] {
			return fmt.Sprintf("  %s\n  %d - %s\n  %d + %s", m.Name, i+1, strings.TrimSpace(before[i]), i+1, strings.TrimSpace(after[i]))
		}
	}
	return m.Name
}

func harmlessFile(e course.Exercise) string {
	return filepath.Join(e.SolutionDir(), "testdata", "harmless.txt")
}

// readHarmless reads, by the names of the answers, which of their mutants are
// still right. In the list each of them has a line, and the lines that are
// indented give the reason for those right above.
func readHarmless(t *testing.T, e course.Exercise) map[string][]string {
	text, err := os.ReadFile(harmlessFile(e))
	if os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	harmless := make(map[string][]string)
	reasoned := true
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, " \r\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "\t"), strings.HasPrefix(line, " "):
			reasoned = true
		default:
			answer, mutant, _ := strings.Cut(line, ": ")
			harmless[answer] = append(harmless[answer], mutant)
			reasoned = false
		}
	}
	assert.True(t, reasoned, "%s: the last line has no reason", harmlessFile(e))
	return harmless
}
