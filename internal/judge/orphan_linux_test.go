package judge_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whoever kills the learner's command so that it can't do anything about it
// kills all that it has started, at whatever moment.
func TestNobodyOutlivesAKilledCommand(t *testing.T) {
	c, _ := judgeHere(t)
	command := filepath.Join(t.TempDir(), "learn")
	out, err := exec.Command("go", "build", "-o", command, "../learn").CombinedOutput()
	require.NoError(t, err, string(out))
	spins := misbehaviour{full: "for { }"}.write(t)
	moments := []struct {
		name    string
		reached func(programs []string) bool
	}{
		{"a go command runs", func(programs []string) bool { return len(programs) > 1 }},
		{"something is compiled or linked", func(programs []string) bool {
			return contains(programs, "/compile ") || contains(programs, "/link ")
		}},
		{"the tests run", func(programs []string) bool { return contains(programs, ".test -test.") }},
	}
	for _, moment := range moments {
		t.Run(moment.name, func(t *testing.T) {
			// Children inherit the environment: that is how to know them.
			mark := "JUDGE_ORPHAN=" + t.TempDir()
			cmd := exec.Command(command, "check", "ride", spins)
			cmd.Dir = c.Root
			cmd.Env = append(os.Environ(), mark, "TMPDIR="+t.TempDir())
			require.NoError(t, cmd.Start())
			require.Eventually(t, func() bool { return moment.reached(marked(mark)) }, time.Minute, time.Millisecond)
			require.NoError(t, cmd.Process.Kill())
			_ = cmd.Wait()
			assert.Eventually(t, func() bool { return len(marked(mark)) == 0 }, time.Minute, 10*time.Millisecond,
				"these go on: %v", marked(mark))
		})
	}
}

// marked returns the command lines of the processes that have mark in their
// environment.
func marked(mark string) []string {
	var found []string
	files, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, file := range files {
		environ, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(environ, []byte(mark+"\x00")) {
			continue
		}
		line, _ := os.ReadFile(filepath.Join(filepath.Dir(file), "cmdline"))
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		found = append(found, strconv.Itoa(pid)+" "+strings.ReplaceAll(string(line), "\x00", " "))
	}
	return found
}

func contains(programs []string, what string) bool {
	for _, program := range programs {
		if strings.Contains(program, what) {
			return true
		}
	}
	return false
}
