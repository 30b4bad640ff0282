// Ratios reads the output of benchmarks from standard input and prints, for each
// thing that was measured, the median of each contender divided by that of the
// first in the list that the arguments give, and how far its measurements lay from
// that median.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/perf/benchfmt"
	"golang.org/x/perf/benchmath"
)

func main() {
	measured, order, err := read(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, what := range order {
		unit := 0.0
		for _, contender := range os.Args[1:] {
			values := measured[what][contender]
			if len(values) == 0 {
				continue
			}
			median := benchmath.AssumeNothing.Summary(benchmath.NewSample(values, &benchmath.DefaultThresholds), 0.95).Center
			if unit == 0 {
				unit = median
				fmt.Printf("%s: 1.00 is %s\n", what, told(unit))
			}
			fmt.Printf("  %-16s %5.2f  (%+.0f %% to %+.0f %%)\n", contender, median/unit,
				100*(slices.Min(values)/median-1), 100*(slices.Max(values)/median-1))
		}
	}
}

// read returns the seconds that each contender took, for each thing measured, and
// the things in the order in which they were.
func read(in *os.File) (measured map[string]map[string][]float64, order []string, err error) {
	measured = make(map[string]map[string][]float64)
	lines := benchfmt.NewReader(in, in.Name())
	for lines.Scan() {
		result, ok := lines.Result().(*benchfmt.Result)
		if !ok {
			continue
		}
		name, _ := result.Name.Parts()
		_, of, _ := strings.Cut(result.Name.String(), "/of=")
		of, _, _ = strings.Cut(of, "-")
		seconds, _ := result.Value("sec/op")
		what := string(name)
		if measured[what] == nil {
			measured[what] = make(map[string][]float64)
			order = append(order, what)
		}
		measured[what][of] = append(measured[what][of], seconds)
	}
	return measured, order, lines.Err()
}

func told(seconds float64) string {
	if seconds < 1e-6 {
		return fmt.Sprintf("%.0f ns", 1e9*seconds)
	}
	return fmt.Sprintf("%.0f µs", 1e6*seconds)
}
