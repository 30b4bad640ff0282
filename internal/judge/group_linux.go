package judge

import "syscall"

// endsWithParent has the system end the go command when the judge is killed:
// it would go on compiling. The tests' program sees for itself, see package
// watch. What counts as the end of the judge is that of the thread that started
// the command; the Go runtime ends a thread only with a goroutine that is
// locked to it.
func endsWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }
