package stage

import (
	"flag"
	"fmt"
	"os"
)

// Picture draws a chart into a file when the program was called with -svg FILE,
// and does nothing otherwise. It ends the program when that can't be done.
func Picture(draw func() Chart) {
	flags := flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	file := flags.String("svg", "", "draw the picture into this `file`")
	_ = flags.Parse(os.Args[1:]) // it exits by itself
	if flags.NArg() > 0 {
		Fail("this program takes no argument but -svg FILE, got %q", flags.Arg(0))
	}
	if *file == "" {
		return
	}
	draw().Save(*file)
}

// Save writes the chart's SVG to a file and says so. It ends the program when
// that can't be done.
func (c Chart) Save(file string) {
	if err := os.WriteFile(file, []byte(c.SVG()), 0o644); err != nil {
		Fail("can't write the picture: %v", err)
	}
	fmt.Printf("The picture is in %s.\n", file)
}
