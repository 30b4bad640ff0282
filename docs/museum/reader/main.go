// Command reader holds a slot while a client reads, and the client does not.
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
	defer func() { <-slots }()
	cover := []byte("a cover\n") // the work
	_, err := client.Write(cover)
	return err
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
