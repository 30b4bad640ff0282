package epitaph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/epitaph"
)

func TestOf(t *testing.T) {
	for output, want := range map[string]string{
		"":                  "",
		"panic is a word\n": "",
		"a line\npanic: no seat [recovered, repanicked]\n\ngoroutine 7":            "panic: no seat",
		"fatal error: sync: unlock of unlocked mutex\r\n\r\n":                      "fatal error: sync: unlock of unlocked mutex",
		"no newline\nstopped: memory: too much\nexit status 1\n":                   "memory: too much",
		"race: limit on 8128 simultaneously alive goroutines is exceeded, dying\n": "too many goroutines: there were more than 8128 at once",
	} {
		assert.Equal(t, want, epitaph.Of(output), "%q", output)
	}
}
