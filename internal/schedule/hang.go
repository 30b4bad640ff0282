package schedule

import (
	"fmt"
	"testing"
	"time"

	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/watch"
)

// A busy loop: so many steps of rewritten code while virtual time stands still,
// and not in less than so many looks. Of the right answers so far the worst
// makes a tenth of that; a loop takes a tenth of a second for it.
const (
	mostAtOnce = 4_000_000
	fewestLaps = 3
)

// await returns the verdict of a bubble. When the bubble will never end, it
// fails t at once, and says so by halted: what follows from that is no news.
func await(t *testing.T, ended chan string) (verdict string, halted bool) {
	t.Helper()
	var patience watch.Patience
	before, laps := int64(0), 0
	ticker := time.NewTicker(watch.Glance)
	defer ticker.Stop()
	for {
		select {
		case verdict := <-ended:
			return verdict, halted
		case <-ticker.C:
		}
		now := step.Loose()
		if laps++; now.AtOnce < mostAtOnce {
			laps = 0
		}
		hope := patience.Look(now.All, now.Instant)
		moved := now.All != before
		before = now.All
		switch {
		case !halted && (laps == fewestLaps || hope == watch.Burning && moved):
			t.Error(busy(now.Pos))
			// All who run in circles stay where they are. So the bubble comes to
			// an end, and nobody eats the time of the tests that follow.
			halted = true
			step.Halt()
			patience = watch.Patience{}
			watch.Hurry()
		case hope != watch.All:
			if !halted {
				t.Error("hang: nothing moves any more, and yet this has not come to its end. Somebody waits for something " +
					"that is not the test's own, such as a channel in a package variable, or runs in a loop." + watch.At(watch.Places(true)))
			}
			step.Abandon()
			watch.Hurry()
			return "", true
		}
	}
}

// busy says that a loop does not end.
func busy(pos string) string {
	return fmt.Sprintf("busy loop: %s runs again and again, and nobody who could end that is left", pos)
}
