package prose

import (
	"fmt"
	"html"
	"strings"
	"time"
)

// Lanes are a picture of who did what at the same time: panels one below the
// other, in each a bar for every goroutine, and a line where it ends for the one
// that all of them were for.
type Lanes struct {
	Title  string
	Panels []Panel
}

// A Panel is one run.
type Panel struct {
	Title string
	Bars  []Bar
	End   time.Duration // since the beginning of the run
	Over  string        // what ends there
}

// A Bar is what one goroutine did.
type Bar struct {
	Name     string
	From, To time.Duration
	Remark   string // beside the bar
}

// The measures in pixels.
const (
	laneWidth, laneHeight = 640, 26
	names                 = 120 // the column that the bars begin after
	remarks               = 150 // the room behind the longest bar
)

// SVG returns the picture. What a bar does after the end is drawn hollow.
func (l Lanes) SVG() string {
	height, last := 48, time.Duration(1)
	for _, p := range l.Panels {
		height += 56 + laneHeight*len(p.Bars)
		last = max(last, p.End)
		for _, b := range p.Bars {
			last = max(last, b.To)
		}
	}
	x := func(d time.Duration) int { return names + int(d*(laneWidth-names-remarks)/last) }
	var b strings.Builder
	beginPicture(&b, laneWidth, height, l.Title, l.describe(), laneStyle)
	y := 40
	for _, p := range l.Panels {
		fmt.Fprintf(&b, `<text class="panel" x="16" y="%d">%s</text>`+"\n", y+20, html.EscapeString(p.Title))
		y += 32
		below := y + laneHeight*len(p.Bars)
		for _, bar := range p.Bars {
			fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end">%s</text>`+"\n", names-10, y+15, html.EscapeString(bar.Name))
			seen := min(bar.To, p.End)
			if bar.From < seen {
				fmt.Fprintf(&b, `<rect class="bar" x="%d" y="%d" width="%d" height="14" rx="3"/>`+"\n", x(bar.From), y+4, x(seen)-x(bar.From))
			}
			if from := max(bar.From, p.End); from < bar.To {
				fmt.Fprintf(&b, `<rect class="lost" x="%d" y="%d" width="%d" height="14" rx="3"/>`+"\n", x(from), y+4, x(bar.To)-x(from))
			}
			fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text>`+"\n", x(max(bar.To, p.End))+8, y+15, html.EscapeString(bar.Remark))
			y += laneHeight
		}
		fmt.Fprintf(&b, `<path class="end" d="M%d %dV%d"/><text class="over" x="%d" y="%d">%s</text>`+"\n",
			x(p.End), y-laneHeight*len(p.Bars)-4, below+4, x(p.End), below+18, html.EscapeString(p.Over))
		y += 24
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// beginPicture writes what every picture here begins with: its title, what it
// shows in words, its style, and a paper of its own.
func beginPicture(b *strings.Builder, width, height int, title, describes, style string) {
	title = html.EscapeString(title)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">`+"\n", width, height, title)
	fmt.Fprintf(b, "<title>%s</title>\n<desc>%s</desc>\n%s", title, html.EscapeString(describes), style)
	fmt.Fprintf(b, `<rect class="paper" width="%d" height="%d"/>`+"\n", width, height)
	fmt.Fprintf(b, `<text class="title" x="16" y="26">%s</text>`+"\n", title)
}

// describe tells the picture, for those who can't see it.
func (l Lanes) describe() string {
	var b strings.Builder
	for _, p := range l.Panels {
		fmt.Fprintf(&b, "%s: %s after %v.", p.Title, p.Over, p.End)
		for _, bar := range p.Bars {
			fmt.Fprintf(&b, " %s from %v to %v%s.", bar.Name, bar.From, bar.To, strings.TrimSuffix(", "+bar.Remark, ", "))
		}
		b.WriteString("\n")
	}
	return strings.TrimSpace(b.String())
}

const laneStyle = `<style>
text{font:13px system-ui,sans-serif;fill:#222}.title{font-size:16px;font-weight:600}.panel{font-weight:600}.paper{fill:#fff}
.bar{fill:#1565c0}.lost{fill:none;stroke:#1565c0;stroke-width:1.5;stroke-dasharray:4 3}.end{stroke:#c62828;stroke-width:2}.over{fill:#c62828}
@media(prefers-color-scheme:dark){text{fill:#ddd}.paper{fill:#16181d}.bar{fill:#90caf9}.lost{stroke:#90caf9}.end{stroke:#ef9a9a}.over{fill:#ef9a9a}}
</style>
`
