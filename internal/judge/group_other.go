//go:build !unix

package judge

import (
	"os/exec"
	"strconv"
)

// ownGroup makes ending cmd end the test binaries that it started too: on
// Windows taskkill knows a process's children.
func ownGroup(cmd *exec.Cmd) {
	cmd.Cancel = func() error {
		if err := exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run(); err != nil {
			return cmd.Process.Kill()
		}
		return nil
	}
}
