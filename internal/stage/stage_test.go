package stage_test

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/stage"
)

// acts are programs as a chapter's could become in a learner's hands.
var acts = map[string]func(){
	"well":   func() { fmt.Println("all guests are home") },
	"says":   func() { fmt.Fprintln(os.Stderr, "the port is taken"); os.Exit(1) },
	"leaves": func() { os.Exit(0) },
	"panics": func() {
		go func() { panic("no such seat") }()
		select {}
	},
	"unlocks": func() { new(sync.Mutex).Unlock() },
	"hangs":   func() { time.Sleep(time.Hour) },
	"floods": func() {
		for {
			fmt.Println("sorry, no seat, sorry, no seat, sorry, no seat")
		}
	},
}

// The test binary plays an act when it is told to: Play starts the program it
// is called in once more.
func TestMain(m *testing.M) {
	if act, ok := acts[os.Getenv("ACT")]; ok {
		stage.Play(3*time.Second, act)
	}
	if os.Getenv("ACT") == "serves" {
		stage.Play(0, func() { stage.Server{Handler: http.NotFoundHandler(), Welcome: "open: %s"}.Run("127.0.0.1:0") })
	}
	os.Exit(m.Run())
}

func TestEveryActEndsInASentence(t *testing.T) {
	for act, want := range map[string]struct {
		says string
		code int
	}{
		"well":    {"all guests are home\n", 0},
		"says":    {"the port is taken\n", 1},
		"leaves":  {"ended too early", 1},
		"panics":  {"The program crashed: no such seat.", 1},
		"unlocks": {"The program crashed: unlock of unlocked mutex.", 1},
		"hangs":   {"After 3 seconds it still was not over", 1},
		"floods":  {"prints without end", 1},
	} {
		t.Run(act, func(t *testing.T) {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "ACT="+act)
			out, _ := cmd.CombinedOutput()
			assert.Equal(t, want.code, cmd.ProcessState.ExitCode())
			assert.Contains(t, string(out), want.says)
			assert.NotContains(t, string(out), "goroutine 1 [", "a stack is no sentence")
			assert.Less(t, len(out), 1<<20)
		})
	}
}

// A terminal tells both processes; "kill", or the stop button of an editor, only
// the one that it knows.
func TestAServerClosesWhenTheProcessThatWatchesItIsTold(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("one process can't send another these signals")
	}
	for _, told := range []os.Signal{os.Interrupt, syscall.SIGTERM, os.Kill} {
		t.Run(told.String(), func(t *testing.T) {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "ACT=serves")
			out, err := cmd.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, cmd.Start())
			lines := bufio.NewScanner(out)
			require.True(t, lines.Scan())
			assert.Contains(t, lines.Text(), "open: 127.0.0.1:")
			require.NoError(t, cmd.Process.Signal(told))
			last := ""
			for lines.Scan() { // until both have ended
				last = lines.Text()
			}
			assert.Equal(t, "Closed, and no goroutine was left behind.", last)
			if err := cmd.Wait(); told != os.Kill {
				assert.NoError(t, err)
			}
		})
	}
}

func TestWithinSaysWhatHappenedInstead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		assert.NoError(t, stage.Within(time.Hour, func() { time.Sleep(time.Minute) }))
		assert.EqualError(t, stage.Within(time.Hour, func() { panic("no such seat") }), "it panicked: no such seat")
		assert.EqualError(t, stage.Within(time.Hour, runtime.Goexit), "it ended its goroutine")
		assert.EqualError(t, stage.Within(2*time.Second, func() { time.Sleep(time.Hour) }), "after 2 seconds it has not returned")
		time.Sleep(2 * time.Hour) // what was left behind comes to its end
	})
}
