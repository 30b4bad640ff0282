package watch_test

import (
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/epitaph"
	"example.com/backpressure/internal/schedule/watch"
)

// inChild tells a process of this test's own which misbehaviour to show.
const inChild = "WATCH_CHILD"

// misbehaviour is by the name in inChild.
var misbehaviour = map[string]func(){
	"waits":  func() { select {} },
	"sleeps": func() { time.Sleep(time.Hour) },
	"spins": func() {
		for n := 0; ; n++ {
		}
	},
	"hoards":             hoard,
	"crowds":             crowd,
	"recurs":             func() { _ = recurs(0) },
	"outlives":           outlives,
	"looks after itself": looksAfterItself,
}

func TestMain(m *testing.M) {
	if f := misbehaviour[os.Getenv(inChild)]; f != nil {
		f()
	}
	os.Exit(m.Run())
}

func TestTheGuardEndsWhatNeverEnds(t *testing.T) {
	for name, says := range map[string]string{
		"waits":  "hang: ",
		"sleeps": "hang: ",
		"spins":  "hang: ",
		"hoards": "memory: the program took more than 512 MB",
		"crowds": "too many goroutines: there are ",
		"recurs": "fatal error: stack overflow",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, err := child(name).CombinedOutput()
			assert.Error(t, err)
			assert.Contains(t, epitaph.Of(string(out)), says)
		})
	}
}

// Somebody who is ready to run has hope, however long he has to wait for a
// processor; so has somebody who makes steps.
func TestThereIsHopeWhileAnythingMoves(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var patience watch.Patience
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
		}
	}()
	for range 50 {
		assert.Equal(t, watch.All, patience.Look(1, 1))
	}
	close(stop)
	for steps := range int64(50) {
		assert.Equal(t, watch.All, patience.Look(steps, 2))
	}
}

func child(name string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), inChild+"="+name, watch.Variable+"="+watch.Patient, "GORACE=atexit_sleep_ms=0")
	return cmd
}

var kept [][]byte

func hoard() {
	for {
		kept = append(kept, make([]byte, 1<<20))
	}
}

func crowd() {
	for {
		go func() { select {} }()
	}
}

func recurs(n int) int { return recurs(n+1) + 1 }

// outlives starts a child of its own, which has its standard output too, and
// ends.
func outlives() {
	cmd := child("looks after itself")
	cmd.Stdout = os.Stdout
	begins, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err == nil {
		_, err = begins.Read(make([]byte, 1))
	}
	if err != nil {
		panic(err)
	}
	os.Exit(0)
}

func looksAfterItself() {
	watch.Begin()
	os.Stderr.WriteString("I am here")
	time.Sleep(time.Hour)
}

func TestPlacesAreLinesOfAnExercise(t *testing.T) {
	assert.Empty(t, watch.Places(false), "nobody here stands in an exercise")
	match := watch.ExerciseFrame.FindStringSubmatch("\t/home/ada/course/01-backpressure/1-ride/ride.go:30 +0x1d")
	require.NotNil(t, match)
	assert.Equal(t, "ride.go:30", match[1])
}
