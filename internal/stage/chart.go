package stage

import (
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Bar returns one row of a chart in the terminal: a label, a bar that is as
// long as value is of most, and the value. It fits into 60 columns.
func Bar(label string, value, most float64, remark string) string {
	length := int(value/most*barWidth + 0.5)
	bar := strings.Repeat("=", min(max(length, 0), barWidth+4))
	return strings.TrimRight(fmt.Sprintf("  %s %-*s %4.0f %s", fit(label, nameWidth), barWidth+4, bar, value, remark), " ")
}

// A Chart is a picture of lines over common marks on the x axis.
type Chart struct {
	Title, X, Y string
	Marks       []float64 // at equal distances
	Series      []Series  // three at most
	Between     bool      // shade what lies between the first two of them
}

// A Series is one line of a chart.
type Series struct {
	Name   string
	Points []float64 // one for each mark
	Seen   []float64 // dots beside the line: one for each mark, NaN for none
}

// The measures of a chart's SVG, in pixels.
const (
	chartWidth, chartHeight = 640, 360
	left, right             = 64, 16
	top, bottom             = 88, 48
	mostMarks               = 12 // or one more with a figure, on the x axis
)

// SVG returns the chart as a picture, on paper of its own: a page may be dark
// where the browser is light, and the other way round. The same chart gives the same bytes.
func (c Chart) SVG() string {
	highest := 1.0
	for _, s := range c.Series {
		for _, p := range slices.Concat(s.Points, s.Seen) {
			if p > highest { // which no NaN is
				highest = p
			}
		}
	}
	step := niceStep(highest / 4)
	ceiling := step
	for ceiling < highest {
		ceiling += step
	}
	x := func(i int) float64 {
		return left + float64(i)*(chartWidth-left-right)/float64(max(len(c.Marks)-1, 1))
	}
	y := func(v float64) float64 {
		// The conversion keeps a machine from multiplying and subtracting in one
		// step, which rounds differently: the bytes are the same on all of them.
		return chartHeight - bottom - float64(v/ceiling*(chartHeight-top-bottom))
	}

	var b strings.Builder
	label := html.EscapeString(c.Title)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">`+"\n", chartWidth, chartHeight, label)
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s</desc>\n", label, html.EscapeString(c.describe()))
	b.WriteString(chartStyle)
	fmt.Fprintf(&b, `<rect class="paper" width="%d" height="%d"/>`+"\n", chartWidth, chartHeight)
	fmt.Fprintf(&b, `<text class="title" x="%d" y="24">%s</text>`+"\n", left, label)
	fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text>`+"\n", left, top-12, html.EscapeString(c.Y))
	for v := 0.0; v <= ceiling; v += step {
		fmt.Fprintf(&b, `<path class="grid" d="M%d %.1fH%d"/><text x="%d" y="%.1f" text-anchor="end">%g</text>`+"\n", left, y(v), chartWidth-right, left-8, y(v)+4, v)
	}
	for i, mark := range c.Marks {
		if i%(1+(len(c.Marks)-1)/mostMarks) != 0 {
			continue // its figure would run into the one before
		}
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle">%g</text>`+"\n", x(i), chartHeight-bottom+20, mark)
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end">%s</text>`+"\n", chartWidth-right, chartHeight-8, html.EscapeString(c.X))
	points := func(s Series) []string {
		var at []string
		for i, p := range s.Points {
			at = append(at, fmt.Sprintf("%.1f,%.1f", x(i), y(p)))
		}
		return at
	}
	if c.Between {
		there, back := points(c.Series[0]), points(c.Series[1])
		slices.Reverse(back)
		fmt.Fprintf(&b, `<polygon class="between" points="%s"/>`+"\n", strings.Join(append(there, back...), " "))
	}
	key, row := left, 44
	for n, s := range c.Series {
		// A pattern of dashes tells the lines apart where colour does not.
		fmt.Fprintf(&b, `<polyline class="line line%d" points="%s"/>`+"\n", n, strings.Join(points(s), " "))
		for i, p := range s.Seen {
			if !math.IsNaN(p) {
				fmt.Fprintf(&b, `<circle class="dot%d" cx="%.1f" cy="%.1f" r="4"/>`+"\n", n, x(i), y(p))
			}
		}
		width := 48 + 7*utf8.RuneCountInString(s.Name) // about
		if key > left && key+width > chartWidth {
			key, row = left, row+16
		}
		fmt.Fprintf(&b, `<path class="line line%d" d="M%d %dh24"/><text x="%d" y="%d">%s</text>`+"\n", n, key, row, key+30, row+4, html.EscapeString(s.Name))
		key += width
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// describe says the figures in words, for those who can't see the lines.
func (c Chart) describe() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (upwards) against %s (to the right).", c.Y, c.X)
	for _, s := range c.Series {
		fmt.Fprintf(&b, " %s:", s.Name)
		for i, p := range s.Points {
			fmt.Fprintf(&b, " %g at %g", math.Round(10*p)/10, c.Marks[i])
			if i < len(s.Seen) && !math.IsNaN(s.Seen[i]) {
				fmt.Fprintf(&b, " (seen: %g)", math.Round(10*s.Seen[i])/10)
			}
			b.WriteString(";")
		}
	}
	return strings.TrimSuffix(b.String(), ";") + "."
}

// niceStep rounds up to 1, 2 or 5 times a power of ten.
func niceStep(at float64) float64 {
	step := 1.0
	for step*10 <= at {
		step *= 10
	}
	for _, factor := range []float64{1, 2, 5, 10} {
		if step*factor >= at {
			return step * factor
		}
	}
	return step * 10
}

const chartStyle = `<style>
text{font:12px system-ui,sans-serif;fill:#222}.title{font-size:15px;font-weight:600}.paper{fill:#fff}
.grid{stroke:#8884;fill:none}.line{fill:none;stroke-width:2.5}.between{fill:#8883}
.line0{stroke:#c62828}.line1{stroke:#1565c0;stroke-dasharray:8 4}.line2{stroke:#2e7d32;stroke-dasharray:2 4}
.dot0{fill:#c62828}.dot1{fill:#1565c0}.dot2{fill:#2e7d32}
@media(prefers-color-scheme:dark){text{fill:#ddd}.paper{fill:#16181d}.line0{stroke:#ef9a9a}.line1{stroke:#90caf9}.line2{stroke:#a5d6a7}
.dot0{fill:#ef9a9a}.dot1{fill:#90caf9}.dot2{fill:#a5d6a7}}
</style>
`
