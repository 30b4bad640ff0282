package stage

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

// A heldTerminal takes no line before it is released.
type heldTerminal struct {
	released chan struct{}
	text     bytes.Buffer
}

func (h *heldTerminal) Write(p []byte) (int, error) {
	<-h.released
	return h.text.Write(p)
}

func TestNobodyWaitsForALogThatNobodyReads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		terminal := &heldTerminal{released: make(chan struct{})}
		log := newLossyLog(terminal)
		defer close(log.lines)
		began := time.Now()
		fmt.Fprintln(log, "the first")
		synctest.Wait() // it is being written, for as long as the terminal is held
		for range backlog + 7 {
			fmt.Fprintln(log, "one more")
		}
		assert.Zero(t, time.Since(began), "how long the writers waited")
		log.flush(time.Second)
		assert.Equal(t, time.Second, time.Since(began), "and whoever flushes waits no longer than it says")

		close(terminal.released)
		log.flush(time.Second)
		assert.Equal(t, 1+backlog, strings.Count(terminal.text.String(), "the first\n")+strings.Count(terminal.text.String(), "one more\n"))
		assert.Equal(t, 1, strings.Count(terminal.text.String(), "(7 lines of the log were dropped"))
		assert.Equal(t, time.Second, time.Since(began), "a log that is read is flushed at once")
	})
}
