package judge_test

import (
	"cmp"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

// make abuse
var abuse = flag.Bool("abuse", false, "try every misbehaviour, one after the other, and hold each to its ten seconds")

// mostTime is what the worst answer may take from the moment that it is
// compiled, on a machine that has nothing else to do.
const mostTime = 10 * time.Second

// A misbehaviour is what is wrong with an otherwise right answer to the ride,
// and what its verdict says.
type misbehaviour struct {
	name    string
	imports string                   // more of them
	full    string                   // what Board does first when the ride is full
	rest    string                   // stands at the file's end
	edit    func(text string) string // any other change

	test  string // meets it; "" means the one that fills a ride
	says  string // its message
	later string // in the message of a test that explores, which comes after it
	all   bool   // no test can have a verdict
	asked bool   // tried only when asked for
}

var misbehaviours = []misbehaviour{
	{name: "a loop", full: "for r.seats > 0 { }", says: "busy loop: ride.go:29 ", later: "busy loop: ride.go:29 "},
	{name: "a loop with calls", full: "for { r.look() }", rest: "func (r *Ride) look() int { return r.seats }", says: "busy loop: ride.go:", asked: true},
	{name: "a loop that lets others go first", imports: "runtime", full: "for { runtime.Gosched() }", says: "busy loop: ride.go:30 ", later: "busy loop: ride.go:30 ", asked: true},
	{name: "a loop in the standard library", imports: "strings", full: `for { _ = strings.Repeat("a", 1<<16) }`, says: "busy loop: ride.go:30 ", asked: true},
	{name: "a loop outside of all bubbles", edit: replace("panic(fmt.", "for { }; panic(fmt."), test: "TestARideNeedsASeat", says: "Somebody stands at ride.go:20.", asked: true},
	{name: "a loop while the package is loaded", rest: "func init() { for { } }", says: "began: hang: ", all: true, asked: true},
	{name: "a wait while the package is loaded", rest: "func init() { select {} }", says: "Somebody stands at ride.go:44.", all: true},
	{name: "an hour of real time while the package is loaded", imports: "time", rest: "func init() { time.Sleep(time.Hour) }", says: "began: hang: ", all: true, asked: true},
	{name: "endless recursion", full: "r.again()", rest: "func (r *Ride) again() int { return r.again() + 1 }", says: "stack overflow", asked: true},

	{name: "a deadlock", full: "<-make(chan int)", says: "deadlock: everybody waits"},
	{name: "a mutex locked twice", full: "r.mu.Lock()", says: "deadlock: "},
	{name: "a mutex of the package", full: "global.Lock(); global.Lock()", rest: "var global sync.Mutex", says: "deadlock: ", asked: true},
	{name: "a WaitGroup of the package", full: "all.Wait()", rest: "var all sync.WaitGroup\nfunc init() { all.Add(1) }", says: "deadlock: ", asked: true},
	{name: "a channel of the package", full: "<-outside", rest: "var outside = make(chan int)", says: "somebody stands at ride.go:29", asked: true},
	{name: "an hour in another program", imports: "os/exec", full: `_ = exec.Command("sleep", "3600").Run()`, says: "hang: ", asked: true},
	{name: "a goroutine left behind", edit: replace("return ErrFull", "go func() { <-r.never }(); return ErrFull", "seats  int", "seats int; never chan int", "seats: seats", "seats: seats, never: make(chan int)"),
		says: "goroutine 1 (ride.go:29) stands at ride.go:29: "},
	{name: "a goroutine that spins left behind", full: "go func() { for { } }()", says: "busy loop: ride.go:29 ", asked: true},

	{name: "a panic in a goroutine", full: `go func() { panic("no seat") }()`, says: "panic: no seat (ride.go:29)"},
	{name: "a nil map", full: `var m map[string]int; m["x"] = 1`, says: "assignment to entry in nil map (ride.go:29)", asked: true},
	{name: "a mutex unlocked twice", full: "r.mu.Unlock()", says: "unlock of unlocked mutex"},
	{name: "a pointer to nowhere", imports: "unsafe", full: "*(*int)(unsafe.Pointer(uintptr(8))) = 1", says: "pointer", asked: true},
	{name: "the end of the goroutine", imports: "runtime", full: "runtime.Goexit()", says: "", asked: true},

	{name: "os.Exit(0)", imports: "os", full: "os.Exit(0)", says: "os.Exit"},
	{name: "log.Fatal", imports: "log", full: `log.Fatal("full")`, says: "the program ended in the middle of this test"},
	{name: "os.Exit(0) while the package is loaded", imports: "os", rest: "func init() { os.Exit(0) }", says: "the program ended before this test began: does", all: true},
	{name: "a panic while the package is loaded", rest: `func init() { panic("no park today") }`, says: "began: panic: no park today", all: true, asked: true},

	{name: "endless output", full: `for { fmt.Println("sorry") }`, says: "printed more than 1 MB"},
	{name: "endless output without lines", imports: "strings", full: `for { fmt.Print(strings.Repeat("sorry ", 1<<16)) }`, says: "printed more than 1 MB", asked: true},
	{name: "a hundred thousand goroutines", full: "for range 100_000 { go func() { select {} }() }", says: "too many goroutines: there are 8001", asked: true},
	{name: "recursion with a go statement in it", full: "divide()", rest: "func divide() { go divide(); divide() }", says: "too many goroutines: there are 8001", asked: true},
	{name: "two gigabytes", full: "for range 2048 { hoard = append(hoard, make([]byte, 1<<20)) }", rest: "var hoard [][]byte", says: "memory: the program took more than 512 MB"},
	{name: "two gigabytes at once", full: "hoard = make([]byte, 2<<30); for i := range hoard { hoard[i] = 1 }", rest: "var hoard []byte", says: "memory: ", asked: true},
}

// Whatever an answer does, it gets a verdict that names it, and the tests that
// do not touch the misbehaviour get theirs.
func TestMisbehavingAnswersGetAVerdict(t *testing.T) {
	const (
		full  = "TestTheGuestAfterTheLastSeatIsTurnedAway" // meets the misbehaviour
		other = "TestEverySeatIsFilled"                    // does not
	)
	for _, m := range misbehaviours {
		t.Run(m.name, func(t *testing.T) {
			if *abuse {
				defer within(t, mostTime)()
			} else if m.asked {
				t.Skip("asked for with -abuse")
			} else {
				t.Parallel() // most of them only wait
			}
			verdict := askFile(t, m.write(t))
			assert.False(t, verdict.Passed())
			require.Empty(t, verdict.Build)
			assert.False(t, verdict.Sampled)
			met := find(t, verdict, cmp.Or(m.test, full))
			require.NotEmpty(t, met.Messages)
			assert.Contains(t, met.Messages[0].Text, m.says)
			if m.later != "" {
				explored := find(t, verdict, "TestTheLastSeatGoesToOneGuest")
				require.NotEmpty(t, explored.Messages)
				assert.Contains(t, explored.Messages[0].Text, m.later)
			}
			if m.all {
				assert.Equal(t, judge.NotRun, find(t, verdict, other).Result)
			} else {
				assert.Equal(t, judge.Passed, find(t, verdict, other).Result)
			}
			for _, test := range verdict.Tests {
				size := len(test.Schedule)
				for _, line := range test.Output {
					size += len(line)
				}
				assert.Less(t, size, 2<<20, "%s keeps too much of what was printed", test.Name)
			}
		})
	}
}

// What is odd, and none of a test's business, is accepted.
func TestOddAnswersAreAccepted(t *testing.T) {
	for _, m := range []misbehaviour{
		{name: "reads the standard input", imports: "io os", full: "_, _ = io.ReadAll(os.Stdin)"},
		{name: "closes the standard input", imports: "os", full: "os.Stdin.Close()", asked: true},
		{name: "lines that end as on Windows", edit: replace("\n", "\r\n")},
		{name: "a byte order mark", edit: func(text string) string { return "\ufeff" + text }, asked: true},
		{name: "prints a line", full: `fmt.Println("sorry")`, asked: true},
		{name: "unsafe", imports: "unsafe", full: "_ = unsafe.Sizeof(*r)", asked: true},
		{name: "cgo", edit: replace("import (", "// static int one() { return 1; }\nimport \"C\"\n\nimport (", "r.aboard++", "r.aboard += int(C.one())"), asked: true},
	} {
		t.Run(m.name, func(t *testing.T) {
			if m.asked && !*abuse {
				t.Skip("asked for with -abuse")
			}
			t.Parallel()
			c, j := judgeHere(t)
			if strings.Contains(m.name, "cgo") && !j.Tools().Race {
				t.Skip(j.Tools().Why)
			}
			verdicts, err := j.Answers(t.Context(), judge.Answer{Exercise: c.Exercises()[0], File: m.write(t)})
			require.NoError(t, err)
			assert.True(t, verdicts[0].Passed(), "%v %v", verdicts[0].Build, verdicts[0].Failed())
		})
	}
}

func TestWhatDoesNotCompileIsToldByTheCompiler(t *testing.T) {
	for _, c := range []struct {
		misbehaviour
		says, does string
	}{
		{misbehaviour{name: "a syntax error", edit: replace("r.aboard++", "r.aboard+++")}, "ride.go:31:12: syntax error: unexpected +", ""},
		{misbehaviour{name: "an end too early", edit: func(text string) string { return text[:len(text)/2] }}, "syntax error", ""},
		{misbehaviour{name: "an unused import", imports: "os"}, `ride.go:7:2: "os" imported and not used`, ""},
		{misbehaviour{name: "another package", edit: replace("package ride", "package rides")}, "found packages ", "begins with the line: package ride"},
		{misbehaviour{name: "another name", edit: replace(") Board(", ") GetOn(")}, "Board undefined", "Does ride.go still declare it"},
		{misbehaviour{name: "another type", edit: replace("Board() error", "Board() any")}, "ride_test.go:", "with that name and those types?"},
		{misbehaviour{name: "an empty file", edit: func(string) string { return "" }}, "expected 'package'", "solutions/01-backpressure/1-ride/testdata/start/ride.go"},
		{misbehaviour{name: "a build tag", edit: func(text string) string { return "//go:build ignore\n\n" + text }}, "build constraints exclude all Go files", "Take that line away."},
		{misbehaviour{name: "a module that is not there", imports: "github.com/nobody/nothing"}, "ride.go:7:2: no required module provides package github.com/nobody/nothing", "Take that import out of ride.go"},
		{misbehaviour{name: "a package that is not there", imports: "synk"}, "ride.go:7:2: package synk is not in std", "written as it should be?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			verdict := askFile(t, c.write(t))
			assert.Empty(t, verdict.Tests)
			text := strings.Join(verdict.Build, "\n")
			assert.Contains(t, text, c.says)
			assert.Contains(t, text, c.does)
		})
	}
}

// write writes the right answer with the misbehaviour in it, and returns the
// file's name.
func (m misbehaviour) write(t *testing.T) string {
	t.Helper()
	right, err := os.ReadFile(filepath.Join("testdata", "right.go"))
	require.NoError(t, err)
	text := string(right)
	if m.edit != nil {
		text = m.edit(text)
	}
	for _, path := range strings.Fields(m.imports) {
		text = strings.Replace(text, "\t\"fmt\"\n", "\t\"fmt\"\n\t\""+path+"\"\n", 1)
	}
	if m.full != "" {
		text = strings.Replace(text, "\t\treturn ErrFull\n", "\t\t"+m.full+"\n\t\treturn ErrFull\n", 1)
	}
	if m.rest != "" {
		text += "\n" + m.rest + "\n"
	}
	file := filepath.Join(t.TempDir(), "ride.go")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// replace returns an edit that replaces old by new, and so on.
func replace(oldNew ...string) func(string) string { return strings.NewReplacer(oldNew...).Replace }

// within holds what runs until it is called to d, counted from when the tests
// begin: what is before that is compiling.
func within(t *testing.T, d time.Duration) (check func()) {
	var once sync.Once
	begin := time.Now()
	progress = func(_, test string) {
		if test != "" {
			once.Do(func() { begin = time.Now() })
		}
	}
	return func() {
		progress = nil
		took := time.Since(begin)
		t.Logf("%.1f s", took.Seconds())
		assert.Less(t, took, d)
	}
}

// progress is told what a judge does, when anybody wants to know.
var progress func(exercise, test string)

func judgeHere(t *testing.T) (*course.Course, *judge.Judge) {
	t.Helper()
	c, err := course.Open(".")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	j.Progress = progress
	j.WithoutAdvice = !*abuse // it is no part of a verdict, and takes a go command more
	return c, j
}
