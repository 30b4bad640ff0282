package stage_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"example.com/backpressure/internal/stage"
)

func TestATimelineShowsWhoBeganAndWhoEnded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var line stage.Timeline
		carousel := line.Begin("carousel")
		time.Sleep(time.Second)
		wheel := line.Begin("a wheel with a long name")
		line.Begin("ghost train")
		time.Sleep(time.Second)
		carousel()
		time.Sleep(time.Second)
		wheel()
		line.Mark("Wait returns")

		var drawn strings.Builder
		line.Draw(&drawn)
		assert.Equal(t, ""+
			"  carousel       ====================           2.0 s\n"+
			"  a wheel with …          ===================== 3.0 s\n"+
			"  ghost train             ====================> goes on\n"+
			"  Wait returns                                | 3.0 s\n", drawn.String())
	})
}
