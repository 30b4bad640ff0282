// Command cured gives the slot back when the work is done, and then writes.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

var errBusy = errors.New("busy")

func serve(slots chan struct{}, client io.Writer) error {
	select {
	case slots <- struct{}{}:
	default:
		return errBusy
	}
	cover := work(slots)
	_, err := client.Write(cover)
	return err
}

func work(slots chan struct{}) []byte {
	defer func() { <-slots }()
	return []byte("a cover\n")
}

// A stalled client tells when somebody writes to it, and never reads.
type stalled chan struct{}

func (s stalled) Write([]byte) (int, error) {
	s <- struct{}{}
	select {}
}

func main() {
	slots := make(chan struct{}, 1)
	ada := make(stalled)
	go serve(slots, ada)
	<-ada
	fmt.Println("Ben:", serve(slots, os.Stdout))
}
