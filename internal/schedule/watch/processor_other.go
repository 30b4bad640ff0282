//go:build !unix && !windows

package watch

import "time"

var began = time.Now()

// processorTime is at most the time that has passed, where nobody counts it.
func processorTime() time.Duration { return time.Since(began) }
