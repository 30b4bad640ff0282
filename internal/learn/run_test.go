package main

import (
	"bufio"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whoever ends the command, and not with Ctrl-C, ends the program that it runs:
// a server left behind would keep the port.
func TestAProgramEndsWithTheCommandThatRunsIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("one process can't send another this signal")
	}
	cmd := exec.Command(builtCommand(t), "run", "--reference", "03", "serve", "-addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines, last := bufio.NewScanner(out), ""
	for lines.Scan() {
		if last = lines.Text(); strings.HasPrefix(last, "Listening on ") {
			require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		}
	}
	assert.NoError(t, cmd.Wait())
	assert.Equal(t, "Closed, and no goroutine was left behind.", last)
}
