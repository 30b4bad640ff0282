package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// progress shows on standard error that something moves: in a terminal one
// line that is written over, elsewhere a sentence now and then.
type progress struct {
	w        io.Writer
	terminal bool
	began    time.Time
	done     chan struct{}
	ended    sync.WaitGroup

	mu   sync.Mutex
	what string // the exercise being tested, "" while the compiler works
}

// The first run on a machine compiles the standard library for the race
// detector, which takes a minute or more.
const (
	firstWord = 5 * time.Second
	firstNote = "Compiling. The first time on a machine this takes a minute or two."
)

func startProgress(w io.Writer) *progress {
	p := &progress{w: w, began: time.Now(), done: make(chan struct{})}
	if info, err := os.Stderr.Stat(); err == nil {
		p.terminal = info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
	}
	p.ended.Go(p.show)
	return p
}

// note is told what is going on. It is safe for concurrent use.
func (p *progress) note(exercise, test string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.what = exercise
}

// stop ends the display and leaves the line empty.
func (p *progress) stop() {
	close(p.done)
	p.ended.Wait()
}

func (p *progress) show() {
	every := 10 * time.Second
	if p.terminal {
		every = 250 * time.Millisecond
	}
	first := time.NewTimer(firstWord)
	defer first.Stop()
	select {
	case <-p.done:
		return
	case <-first.C:
	}
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for said := false; ; {
		p.mu.Lock()
		what := p.what
		p.mu.Unlock()
		seconds := int(time.Since(p.began).Seconds())
		switch {
		case what == "" && !said:
			fmt.Fprintln(p.w, firstNote)
			said = true
		case p.terminal && what == "":
			fmt.Fprintf(p.w, "\r\033[Kcompiling … %d s", seconds)
		case p.terminal:
			fmt.Fprintf(p.w, "\r\033[Ktesting %s … %d s", what, seconds)
		case what == "":
			fmt.Fprintf(p.w, "compiling … %d s\n", seconds)
		}
		select {
		case <-p.done:
			if p.terminal {
				fmt.Fprint(p.w, "\r\033[K")
			}
			return
		case <-ticker.C:
		}
	}
}
