// Command load attacks the server of chapter 01, with the reference answers in
// it, and looks for what it loses: "make load". It takes two minutes, and exits
// with 1 when the server does not keep what the chapter says of it:
//
//   - at random arrivals, the share turned away is the one that Erlang's loss
//     formula predicts, within 0.02;
//   - after each attack /process answers, no slot is taken, and no goroutine
//     nor connection is left;
//   - its memory stays bounded.
package main

import (
	"fmt"
	"os"
	"time"
)

// The server has five slots, and each request holds its machine for so long.
const (
	slots    = 5
	work     = 20 * time.Millisecond
	capacity = slots * float64(time.Second) / float64(work) // requests a second

	tolerance = 0.02      // of a share turned away
	memory    = 256 << 20 // bytes that the server may have from the system
)

func main() {
	s, err := startServer()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	failed := 0
	complain := func(format string, args ...any) {
		failed++
		fmt.Printf("    NOT AS PROMISED: "+format+"\n", args...)
	}
	for _, a := range attacks {
		fmt.Printf("%s\n", a.name)
		a.run(s, complain)
		s.recover(complain)
	}
	said, err := s.stop()
	if err != nil {
		complain("the server did not end well: %v", err)
	}
	fmt.Println(said)
	if failed > 0 {
		fmt.Printf("%d promise(s) not kept.\n", failed)
		os.Exit(1)
	}
	fmt.Println("Everything held.")
}
