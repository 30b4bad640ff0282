package stage_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/stage"
)

func TestABarIsAsLongAsItsShare(t *testing.T) {
	full, half := stage.Bar("4.0 times", 250, 250, ""), stage.Bar("4.0 times", 125, 250, "")
	assert.Equal(t, 30, strings.Count(full, "="))
	assert.Equal(t, 15, strings.Count(half, "="))
	assert.Contains(t, half, " 125")
	assert.LessOrEqual(t, utf8.RuneCountInString(stage.Bar("a label that is too long", 9999, 250, "")), 60)
	assert.NotContains(t, stage.Bar("below nothing", -1, 250, ""), "=")
}

func TestAPictureIsWellFormedAndSaysItsFiguresInWords(t *testing.T) {
	chart := stage.Chart{
		Title: "Goodput & load", X: "load", Y: "answers", Marks: []float64{0.5, 1, 2},
		Series: []stage.Series{{Name: "without", Points: []float64{125, 201, 31}}, {Name: "with", Points: []float64{125, 240, 250}, Seen: []float64{math.NaN(), 260, math.NaN()}}},
	}
	svg := chart.SVG()
	assert.Equal(t, svg, chart.SVG(), "the same chart gives the same bytes")
	assert.Contains(t, svg, "without: 125 at 0.5; 201 at 1; 31 at 2;")
	assert.Contains(t, svg, "with: 125 at 0.5; 240 at 1 (seen: 260); 250 at 2.")
	assert.Equal(t, 1, strings.Count(svg, "<circle"))
	assert.Contains(t, svg, "Goodput &amp; load")
	assert.Contains(t, svg, "prefers-color-scheme:dark")
	assert.Equal(t, 2, strings.Count(svg, "<polyline"))
	assert.Contains(t, svg, ">300<", "the axis ends above the highest point")
	for decoder := xml.NewDecoder(strings.NewReader(svg)); ; {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if !assert.NoError(t, err) {
			break
		}
	}
	assert.NotContains(t, stage.Chart{Title: "nothing yet"}.SVG(), "NaN")
}

func TestAPictureFindsRoomForItsWords(t *testing.T) {
	chart := stage.Chart{
		X: "busy", Y: "milliseconds", Between: true,
		Series: []stage.Series{{Name: strings.Repeat("a", 40)}, {Name: strings.Repeat("b", 40)}, {Name: "c"}},
	}
	for i := range 49 {
		chart.Marks = append(chart.Marks, float64(i))
		chart.Series[0].Points = append(chart.Series[0].Points, float64(i)+0.25)
		chart.Series[1].Points = append(chart.Series[1].Points, float64(i))
	}
	svg := chart.SVG()
	assert.Contains(t, svg, ">milliseconds</text>")
	assert.Equal(t, 1, strings.Count(svg, `y="48">a`), "the first name is in the first row")
	assert.Equal(t, 1, strings.Count(svg, `y="64">b`), "and the second, which finds no room there, below it")
	assert.Contains(t, svg, ">45</text>")
	assert.NotContains(t, svg, ">44</text>", "every fifth mark has a figure")
	assert.Equal(t, 1, strings.Count(svg, "<polygon"))
	assert.Contains(t, svg, " 0.3 at 0;", "words have one decimal")
}
