package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/judge"
)

// Whatever was found has a headline, the test that met it and its place.
func TestAFailureHasAHeadlineAndATest(t *testing.T) {
	race := &judge.Race{Test: "TestTwo", Accesses: [2]judge.Access{
		{Write: true, File: "ride.go", Line: 7, Text: "n++"}, {File: "ride.go", Line: 9, Text: "return n"},
	}}
	unknown := &judge.Race{Test: "TestTwo"}
	crash := judge.Test{Name: "TestTwo", Result: judge.Failed, Messages: []judge.Message{
		{Where: "schedule.go:180", Text: "a goroutine started at ride.go:3: panic: no seat"},
	}}
	const place = "  TestTwo\n  in 01-backpressure/1-ride/ride_test.go:5\n\n"
	for name, c := range map[string]struct {
		verdict judge.Verdict
		says    string
	}{
		"a race alone": {judge.Verdict{Race: race}, "✗ a data race on ride.go:7 and ride.go:9. One goroutine\n" +
			"  writes while another reads the same memory, and nothing\n  puts the two in order\n\n" +
			"    ride.go:7: n++\n    ride.go:9: return n\n\n" + place},
		"a race that is not in the answer": {judge.Verdict{Race: unknown}, "✗ a data race. Two goroutines use the same memory, one of\n" +
			"  them writes, and nothing puts the two in order\n\n" + place},
		"a crash": {judge.Verdict{Tests: []judge.Test{crash}}, "✗ a goroutine started at ride.go:3: panic: no seat\n\n" + place},
		"both": {judge.Verdict{Race: race, Tests: []judge.Test{crash}}, "✗ a goroutine started at ride.go:3: panic: no seat\n\n" + place +
			"  Found as well: a data race on ride.go:7 and ride.go:9. One\n  goroutine writes while another reads the same memory, and\n" +
			"  nothing puts the two in order.\n    ride.go:7: n++\n    ride.go:9: return n\n\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := room(t, map[string]string{
				"ride.go":      begin,
				"ride_test.go": "package ride_test\n\nfunc TestTwoMore(t *testing.T) {}\n\nfunc TestTwo(t *testing.T) {}\n",
			})
			l, out := at(t, dir)
			c.verdict.Exercise = l.course.Exercises()[0]
			l.failure(c.verdict, c.verdict.Exercise.File())
			assert.Equal(t, "01-backpressure/1-ride\n\n"+c.says, out.String())
		})
	}
}
