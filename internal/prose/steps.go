package prose

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// Steps are a schedule as a picture: a lane for every goroutine, and from top to
// bottom the lines that ran, each in the lane of the one that ran it.
type Steps struct {
	Title string
	Lanes []string
	Steps []Step
}

// A Step is a line of the answer that one goroutine ran.
type Step struct {
	Lane      int
	Line      string // its number
	Text      string
	Preempted bool // another one was stopped in the middle for it
}

var (
	stepsHead = regexp.MustCompile(`(?m)^  line   \S.*$`)
	stepsRow  = regexp.MustCompile(`^  ([> ])(\d+) +`)
	laneName  = regexp.MustCompile(`\S+(?: \S+)*`)
)

// ReadSteps finds the first schedule in what the learner's command printed, a
// table with a column for each goroutine. ok is false when there is none.
func ReadSteps(title, printed string) (s Steps, ok bool) {
	head := stepsHead.FindStringIndex(printed)
	if head == nil {
		return s, false
	}
	s.Title = title
	var columns []int
	const beside = len("  line ") // the columns with the marks and the numbers
	line := printed[head[0]:head[1]]
	for _, at := range laneName.FindAllStringIndex(line[beside:], -1) {
		s.Lanes = append(s.Lanes, line[beside+at[0]:beside+at[1]])
		columns = append(columns, beside+at[0])
	}
	for row := range strings.Lines(printed[head[1]+1:]) {
		match := stepsRow.FindStringSubmatch(row)
		if match == nil {
			break
		}
		step := Step{Line: match[2], Text: strings.TrimSpace(row[len(match[0]):]), Preempted: match[1] == ">"}
		for i, column := range columns {
			if len(match[0]) >= column {
				step.Lane = i
			}
		}
		s.Steps = append(s.Steps, step)
	}
	return s, len(s.Steps) > 0
}

const stepHeight, stepTop, stepWidth = 28, 76, 330 // in pixels

// SVG returns the picture.
func (s Steps) SVG() string {
	width, height := 32+stepWidth*len(s.Lanes), stepTop+stepHeight*len(s.Steps)+16
	var b strings.Builder
	beginPicture(&b, width, height, s.Title, s.describe(), stepStyle)
	x := func(lane int) int { return 16 + stepWidth*lane }
	for i, name := range s.Lanes {
		fmt.Fprintf(&b, `<text class="lane" x="%d" y="56">%s</text><path class="lane" d="M%d 64V%d"/>`+"\n",
			x(i), html.EscapeString(name), x(i)+12, height-12)
	}
	for i, step := range s.Steps {
		y := stepTop + stepHeight*i
		if step.Preempted {
			fmt.Fprintf(&b, `<path class="cut" d="M8 %dH%d"/>`+"\n", y-3, width-8)
		}
		fmt.Fprintf(&b, `<rect class="step" x="%d" y="%d" width="%d" height="22" rx="3"/><text class="go" x="%d" y="%d">%s  %s</text>`+"\n",
			x(step.Lane), y, stepWidth-16, x(step.Lane)+8, y+15, step.Line, html.EscapeString(step.Text))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// describe tells the picture, for those who can't see it.
func (s Steps) describe() string {
	var told []string
	for _, step := range s.Steps {
		before := ""
		if step.Preempted {
			before = "the other is stopped; "
		}
		told = append(told, fmt.Sprintf("%s%s runs line %s, %s", before, s.Lanes[step.Lane], step.Line, step.Text))
	}
	return strings.Join(told, "\n")
}

const stepStyle = `<style>
text{font:13px system-ui,sans-serif;fill:#222}.title{font-size:16px;font-weight:600}text.lane{font-weight:600}.go{font:12px ui-monospace,monospace;white-space:pre}
.paper{fill:#fff}.step{fill:#e3f0fc;stroke:#1565c0}path.lane{stroke:#9ab}.cut{stroke:#c62828;stroke-width:2;stroke-dasharray:6 4}
@media(prefers-color-scheme:dark){text{fill:#ddd}.paper{fill:#16181d}.step{fill:#1b2f45;stroke:#90caf9}path.lane{stroke:#567}.cut{stroke:#ef9a9a}}
</style>
`
