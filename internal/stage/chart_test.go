package stage_test

import (
	"encoding/xml"
	"errors"
	"io"
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
		Series: []stage.Series{{Name: "without", Points: []float64{125, 201, 31}}, {Name: "with", Points: []float64{125, 240, 250}}},
	}
	svg := chart.SVG()
	assert.Equal(t, svg, chart.SVG(), "the same chart gives the same bytes")
	assert.Contains(t, svg, "without: 125 at 0.5; 201 at 1; 31 at 2;")
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
