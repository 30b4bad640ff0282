//go:build unix

package watch_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheGuardEndsAnOrphan(t *testing.T) {
	ended := make(chan error, 1)
	go func() {
		_, err := child("outlives").Output() // both have closed it
		ended <- err
	}()
	select {
	case err := <-ended:
		require.NoError(t, err)
	case <-time.After(time.Minute):
		assert.Fail(t, "the one who started it is gone, and it goes on")
	}
}
