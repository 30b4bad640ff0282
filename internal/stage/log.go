package stage

import (
	"bytes"
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// backlog is how many lines of a log may wait to be written.
const backlog = 1000

// A lossyLog passes lines on to a writer, and nobody waits for that one: a
// terminal that is held with Ctrl-S, or a pipe that nobody reads, would otherwise
// hold every request that wants to leave a line. Lines that find no room are
// dropped, and the log says how many. It is safe for concurrent use.
type lossyLog struct {
	lines   chan []byte // nil is from flush
	flushed chan struct{}
	dropped atomic.Int64
}

func newLossyLog(to io.Writer) *lossyLog {
	l := &lossyLog{lines: make(chan []byte, backlog), flushed: make(chan struct{}, 1)}
	go func() {
		for line := range l.lines {
			if n := l.dropped.Swap(0); n > 0 {
				_, _ = fmt.Fprintf(to, "(%d lines of the log were dropped: they came faster than they were read)\n", n)
			}
			if line == nil {
				l.flushed <- struct{}{}
				continue
			}
			_, _ = to.Write(line)
		}
	}()
	return l
}

// Write takes one line. It keeps no part of it, never blocks, and never fails.
func (l *lossyLog) Write(line []byte) (int, error) {
	select {
	case l.lines <- bytes.Clone(line):
	default:
		l.dropped.Add(1)
	}
	return len(line), nil
}

// flush returns when all lines have been written, or d is over.
func (l *lossyLog) flush(d time.Duration) {
	over := time.After(d)
	select {
	case l.lines <- nil:
	case <-over:
		return
	}
	select {
	case <-l.flushed:
	case <-over:
	}
}
