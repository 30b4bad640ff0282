package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// brokenPipe is what the shell sees of a program that wrote into a pipe which
// nobody reads any more: 128 and the number of the signal.
const brokenPipe = 128 + int(syscall.SIGPIPE)

// A pipe writes to w, and calls end when nobody reads there any more, as in
// "go tool learn diff ride | head". That is no trouble, and needs no words. Dying
// of the signal, as other programs do, would be told by the go command.
type pipe struct {
	w   io.Writer
	end func()
}

func (p pipe) Write(b []byte) (int, error) {
	n, err := p.w.Write(b)
	if errors.Is(err, syscall.EPIPE) {
		p.end()
	}
	return n, err
}

// surviving turns the signal of a broken pipe into the error of a write, here and
// not in the programs that are started from here, and ends the program well.
func surviving(w io.Writer) io.Writer {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	return pipe{w, func() { os.Exit(brokenPipe) }}
}
