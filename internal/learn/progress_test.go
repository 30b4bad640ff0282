package main

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

// That compiling takes long the first time is said when it is the first time.
func TestProgressSpeaksOfTheFirstTimeOnlyThen(t *testing.T) {
	for name, c := range map[string]struct {
		cold bool
		what string // is tested after three seconds
		says string
	}{
		"a new machine":   {true, "", firstNote + "\ncompiling … 5 s\ncompiling … 15 s\n"},
		"a busy machine":  {false, "", "compiling … 5 s\ncompiling … 15 s\n"},
		"it tests by now": {true, "01-backpressure/1-ride", ""},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var out strings.Builder
				p := &progress{w: &out, cold: func() bool { return c.cold }, began: time.Now(), done: make(chan struct{})}
				p.ended.Go(p.show)
				time.Sleep(3 * time.Second)
				p.note(c.what, "")
				time.Sleep(15 * time.Second)
				p.stop()
				assert.Equal(t, c.says, out.String())
			})
		})
	}
}
