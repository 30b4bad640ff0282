package judge

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/course"
)

func TestAMistakeGetsItsNameOrNone(t *testing.T) {
	wrong := func(name string, said map[string]string, varies ...string) course.Answer {
		return course.Answer{File: name + ".go", Kind: course.Wrong, Said: said, Varies: varies}
	}
	known := []course.Answer{
		{File: "reference.go", Kind: course.Reference},
		wrong("one_seat_more", map[string]string{"TestA": "11 guests on 10 seats"}),
		wrong("no_limit", map[string]string{"TestA": "12 guests on 10 seats", "TestB": "12 guests"}),
		wrong("forgets_one", map[string]string{"TestC": "Ada is missing"}, "TestC"),
		wrong("a_twin", map[string]string{"TestD": "nobody came"}),
		wrong("its_twin", map[string]string{"TestD": "nobody came"}),
	}
	diagnosed := func(said map[string]string) string {
		v := Verdict{Tests: []Test{{Name: "TestPassed", Result: Passed}}}
		for name, words := range said {
			v.Tests = append(v.Tests, Test{Name: name, Result: Failed, Messages: []Message{{Text: words}}})
		}
		mistake, ok := v.Diagnose(known)
		assert.Equal(t, ok, mistake.File != "")
		return mistake.Name()
	}
	none := course.Answer{}.Name()
	for _, row := range []struct {
		said map[string]string
		name string
	}{
		{map[string]string{"TestA": "11 guests on 10 seats"}, "wrong/one_seat_more"},
		{map[string]string{"TestA": "12 guests on 10 seats"}, none},
		{map[string]string{"TestA": "12 guests on 10 seats", "TestB": "12 guests"}, "wrong/no_limit"},
		{map[string]string{"TestA": "12 guests on 10 seats", "TestC": "12 guests"}, none},
		{map[string]string{"TestC": "Ben is missing"}, "wrong/forgets_one"},
		{map[string]string{"TestC": "Ada is missing", "TestD": "nobody came"}, none},
		{map[string]string{"TestD": "nobody came"}, none},
		{nil, none},
	} {
		assert.Equal(t, row.name, diagnosed(row.said), row.said)
	}

	race := Verdict{Tests: []Test{{Name: "TestA", Result: Failed, Messages: []Message{{Text: "11 guests on 10 seats"}}}}, Race: &Race{}}
	_, ok := race.Diagnose(known)
	assert.False(t, ok, "what else goes wrong where there is a data race is not determined")
}

// Where in the file a mistake stands is no part of it; what somebody panicked
// with is.
func TestWordsHaveNoPlaces(t *testing.T) {
	for text, words := range map[string]string{
		"guest 11 is on a ride with 10 seats":                                                       "guest 11 is on a ride with 10 seats",
		"Ada stands at ride.go:31: r.mu.Lock()":                                                     "Ada stands at ride.go",
		"goroutine 1 (pool.go:8) stands at pool.go:9: <-done\nand nobody else":                      "goroutine 1 (pool.go) stands at pool.go\nand nobody else",
		"a goroutine started at tasks.go:14: panic: sync: negative WaitGroup counter (tasks.go:17)": "a goroutine started at tasks.go: panic: sync: negative WaitGroup counter (tasks.go)",
	} {
		v := Verdict{Tests: []Test{{Name: "TestA", Result: Failed, Messages: []Message{{Text: text}}}}}
		assert.Equal(t, map[string]string{"TestA": words}, v.Said())
	}
}
