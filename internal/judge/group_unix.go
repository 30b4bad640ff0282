//go:build unix

package judge

import (
	"os/exec"
	"syscall"
)

// ownGroup puts cmd into a process group of its own, so that ending it ends
// the test binaries that it started too.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	endsWithParent(cmd.SysProcAttr)
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
