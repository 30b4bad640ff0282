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
	cold     func() bool // whether the compiler may be at work here for the first time
	terminal bool
	began    time.Time
	done     chan struct{}
	ended    sync.WaitGroup

	mu   sync.Mutex
	what string // the exercise being tested, "" while the compiler works
}

// The first run on a machine compiles the standard library for the race
// detector, which takes a minute or more. To say so later, when a busy machine
// takes its time, would be no news.
const (
	firstWord = 5 * time.Second
	firstNote = "Compiling. The first time on a machine this takes a minute or two."
)

func startProgress(w io.Writer, cold func() bool) *progress {
	p := &progress{w: w, cold: cold, began: time.Now(), done: make(chan struct{})}
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

// now returns the exercise being tested, "" while the compiler works.
func (p *progress) now() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.what
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
	if p.now() == "" && p.cold() {
		fmt.Fprintln(p.w, firstNote)
	}
	for {
		what := p.now()
		seconds := int(time.Since(p.began).Seconds())
		switch {
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
