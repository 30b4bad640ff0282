//go:build unix

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A reset that is killed, at whatever moment, loses no byte of the learner's:
// the text is in its file or in a kept one, whole.
func TestAKilledResetLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("dozens of resets, each with texts of a megabyte")
	}
	const kills = 40
	binary := builtCommand(t)
	dir, _ := room(t, map[string]string{"ride.go": mine})
	run := func() *exec.Cmd {
		cmd := exec.Command(binary, "reset", "ride")
		cmd.Dir = dir
		return cmd
	}
	// Long texts, so that writing one takes a while.
	long := func(line string) []byte { return bytes.Repeat([]byte(line), 1<<20/len(line)) }
	start := long(begin)
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(filepath.Dir(dir)), solution, "testdata", "start", "ride.go"), start, 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "ride.go"), long(mine), 0o644))
	began := time.Now()
	require.NoError(t, run().Run())
	whole := time.Since(began)

	early, between, late := 0, 0, 0 // what the kills met
	for i := range kills {
		body := long(fmt.Sprintf("// line of text %d\n", i))
		sweep(t, dir)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "ride.go"), body, 0o644))
		cmd := run()
		require.NoError(t, cmd.Start())
		if i%4 > 0 { // wait until it has begun to write, or has ended
			for began := time.Now(); len(names(t, dir)) == 2 && time.Since(began) < 10*time.Second; {
			}
			time.Sleep(rand.N(whole / 2))
		} else {
			time.Sleep(rand.N(2 * whole))
		}
		_ = cmd.Process.Kill() // or it has ended
		_ = cmd.Wait()

		found := ""
		for name, text := range texts(t, dir) {
			whole := text == string(body)
			if whole {
				found += name + " "
			}
			if ok, _ := filepath.Match("ride.go.kept-*", name); ok {
				assert.True(t, whole || text == "", "kill %d: %s is neither empty nor whole", i, name)
			}
		}
		require.NotEmpty(t, found, "kill %d: the text is gone", i)
		now, err := os.ReadFile(filepath.Join(dir, "ride.go"))
		require.NoError(t, err)
		begun := bytes.Equal(now, start)
		require.True(t, begun || bytes.Equal(now, body), "kill %d: ride.go is neither the text nor the start", i)
		switch {
		case begun:
			late++
		case len(names(t, dir)) > 2:
			between++
		default:
			early++
		}
	}
	t.Logf("of %d kills %d came before the first write, %d between the first and the last, %d after it", kills, early, between, late)
}

// sweep removes what earlier resets have left.
func sweep(t *testing.T, dir string) {
	for _, name := range names(t, dir) {
		if name != "ride_test.go" {
			require.NoError(t, os.Remove(filepath.Join(dir, name)))
		}
	}
}

func names(t *testing.T, dir string) []string {
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var all []string
	for _, entry := range entries {
		all = append(all, entry.Name())
	}
	return all
}

// In a directory that can't be written to, reset says so and changes nothing.
func TestResetInAReadOnlyDirectory(t *testing.T) {
	binary := builtCommand(t)
	dir, _ := room(t, map[string]string{"ride.go": mine, "helper.go": other})
	before := texts(t, dir)
	require.NoError(t, os.Chmod(dir, 0o555))
	defer os.Chmod(dir, 0o755)
	cmd := exec.Command(binary, "reset", "ride")
	cmd.Dir = dir
	if os.Getuid() == 0 { // root may write everywhere
		for up := dir; up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
			info, err := os.Stat(up)
			require.NoError(t, err)
			require.NoError(t, os.Chmod(up, info.Mode().Perm()|0o055))
		}
		require.NoError(t, os.Chmod(filepath.Dir(binary), 0o755))
		require.NoError(t, os.Chmod(filepath.Dir(filepath.Dir(binary)), 0o755))
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(binary))
	}
	out, err := cmd.CombinedOutput()
	require.Error(t, err, string(out))
	assert.Equal(t, unknown, cmd.ProcessState.ExitCode())
	assert.Contains(t, string(out), "ride/helper.go can't be kept, so nothing was changed")
	assert.Contains(t, string(out), "The directory has to be writable")
	assert.Equal(t, before, texts(t, dir))
}
