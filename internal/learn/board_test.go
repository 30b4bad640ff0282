package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/judge"
)

// Whoever has finished an exercise stays in its chapter as long as there is
// something to do that later ones build on.
func TestWhatComesAfterAnExercise(t *testing.T) {
	files := map[string]string{"ride.go": begin, "../README.md": "# 1\n\n## 2-line · deeper\n"}
	for _, e := range []string{"01-backpressure/2-line", "01-backpressure/3-limiter", "02-waitgroup/1-tasks", "02-waitgroup/2-results"} {
		_, name, _ := strings.Cut(e, "-")
		name = name[strings.LastIndex(name, "-")+1:]
		files["../../"+e+"/"+name+".go"] = "package " + name + "\n"
		files["../../solutions/"+e+"/testdata/start/"+name+".go"] = "package " + name + "\n"
		files["../../"+e+"/"+name+"_test.go"] = "package " + name + "\n"
	}
	dir, _ := room(t, files)
	l, _ := at(t, dir)
	exercises := l.course.Exercises()
	require.Len(t, exercises, 5)
	for _, c := range []struct{ passed, then string }{
		{"1-ride", "3-limiter"},
		{"1-ride 3-limiter", "1-tasks"},
		{"3-limiter", "1-ride"},
		{"2-results", "1-tasks"},
		{"1-tasks", "2-results"},
		{"1-tasks 2-results", "1-ride"},
		{"1-ride 3-limiter 1-tasks 2-results", "2-line"},
		{"1-ride 3-limiter 1-tasks 2-results 2-line", ""},
	} {
		states := make(map[string]judge.Verdict)
		last := exercises[0]
		for _, name := range strings.Fields(c.passed) {
			for _, e := range exercises {
				if e.Name() == name {
					last = e
					states[e.ID] = judge.Verdict{Exercise: e, Tests: []judge.Test{{Result: judge.Passed}}}
				}
			}
		}
		next, ok, err := l.after(t.Context(), last, states)
		require.NoError(t, err)
		assert.Equal(t, c.then != "", ok, c.passed)
		if ok {
			assert.Equal(t, c.then, next.Name(), c.passed)
		}
	}
}
