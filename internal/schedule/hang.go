package schedule

import (
	"fmt"
	"testing"
	"time"

	"example.com/backpressure/internal/schedule/step"
	"example.com/backpressure/internal/schedule/watch"
)

// await returns the verdict of a bubble. When the bubble will never end, it
// fails t at once, and says so by halted: what follows from that is no news.
func await(t *testing.T, ended chan string) (verdict string, halted bool) {
	t.Helper()
	var patience watch.Patience
	before := int64(0)
	ticker := time.NewTicker(watch.Glance)
	defer ticker.Stop()
	for {
		select {
		case verdict := <-ended:
			return verdict, halted
		case <-ticker.C:
		}
		now := step.Loose()
		hope := patience.Look(now.Steps, now.Instant)
		moved := now.Steps != before
		before = now.Steps
		switch {
		case !halted && moved && hope == watch.Burning:
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
	return fmt.Sprintf("busy loop: %s runs again and again, and nothing comes of it", pos)
}
