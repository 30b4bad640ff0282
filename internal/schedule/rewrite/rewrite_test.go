package rewrite_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/schedule/rewrite"
)

// The programs in testdata/cases, one function each, print the same before and
// after the rewrite: the steps of testdata/stub do nothing.
func TestRewrittenProgramsDoWhatTheyDid(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/backpressure\n\ngo 1.25\n")
	require.NoError(t, os.CopyFS(filepath.Join(dir, "internal/schedule"), os.DirFS("testdata/stub")))
	require.NoError(t, os.CopyFS(filepath.Join(dir, "internal/schedule/twin/maps"), os.DirFS("../twin/maps"))) // takes no steps

	var names []string
	for _, file := range programs(t) {
		src := read(t, file)
		base := strings.TrimSuffix(filepath.Base(file), ".txt")
		write(t, filepath.Join(dir, "original", base), string(src))
		write(t, filepath.Join(dir, "rewritten", base), rewritten(t, base, src))
		write(t, filepath.Join(dir, "windows", base), rewritten(t, base, windows(src)))
		for _, match := range regexp.MustCompile(`(?m)^func (Case\w+)\(`).FindAllSubmatch(src, -1) {
			names = append(names, string(match[1]))
		}
	}
	require.Greater(t, len(names), 60)
	write(t, filepath.Join(dir, "main.go"), mainFile(names))

	build := exec.Command("go", "build", "-o", "program", ".")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)

	original := run(t, dir, "original")
	for _, version := range []string{"rewritten", "windows"} {
		got := run(t, dir, version)
		for _, name := range names {
			assert.Equal(t, original[name], got[name], "%s, %s", name, version)
		}
	}
	t.Logf("%d programs", len(names))
}

// mainFile is a program that runs all cases of one of its versions.
func mainFile(names []string) string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\n")
	versions := []string{"original", "rewritten", "windows"}
	for _, v := range versions {
		fmt.Fprintf(&b, "\t%s \"example.com/backpressure/%[1]s\"\n", v)
	}
	b.WriteString(")\n\nfunc main() {\n")
	for _, v := range versions {
		fmt.Fprintf(&b, "\tif os.Args[1] == %q {\n", v)
		for _, name := range names {
			fmt.Fprintf(&b, "\t\tfmt.Println(\"== %s\")\n\t\t%s.%[1]s()\n", name, v)
		}
		b.WriteString("\t}\n")
	}
	b.WriteString("}\n")
	return b.String()
}

// run returns what each case of a version prints.
func run(t *testing.T, dir, version string) map[string]string {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, filepath.Join(dir, "program"), version).CombinedOutput()
	require.NoError(t, err, "%s:\n%s", version, out)
	printed := map[string]string{}
	for _, section := range strings.Split(string(out), "== ")[1:] {
		name, text, _ := strings.Cut(section, "\n")
		printed[name] = text
	}
	return printed
}

func TestWhatStandsBeforeThePackageClauseStays(t *testing.T) {
	src := "//go:build linux\n\n// Package p.\npackage p // here\n\n/*\n#include <math.h>\n*/\nimport \"C\"\n\n//go:embed x\nvar x string\n"
	out := rewritten(t, "dir/p.go", []byte(src))
	assert.True(t, strings.HasPrefix(out, "//go:build linux\n\n// Package p.\npackage p; import _step \""), out)
	assert.Contains(t, out, "step\" // here\n\n/*\n#include <math.h>\n*/\nimport \"C\"\n\n//go:embed x\nvar x string\n")
}

func TestAFileThatDoesNotParseGivesTheParsersError(t *testing.T) {
	_, err := rewrite.File("dir/ride.go", []byte("package ride\n\nfunc f() {\n\tif {\n}\n"))
	require.Error(t, err)
	assert.Contains(t, err.Error(), "dir/ride.go:4:5: missing condition in if statement")
}

func TestARewriteIsTheSameEveryTime(t *testing.T) {
	for _, file := range programs(t) {
		src := read(t, file)
		assert.Equal(t, rewritten(t, file, src), rewritten(t, file, src))
	}
}

// A fallthrough would be an error in the select and none in a switch.
func TestAnErrorInASelectStaysOne(t *testing.T) {
	src := "package p\n\nfunc f(c chan int) {\n\tselect {\n\tcase <-c:\n\t\tfallthrough\n\tdefault:\n\t}\n}\n"
	assert.Contains(t, rewritten(t, "p.go", []byte(src)), src[len("package p"):])
}

func ExampleFile() {
	src := `package ride

import "sync/atomic"

func (r *Ride) Board() error {
	if r.aboard.Load() >= r.seats {
		return ErrFull
	} else if r.closed {
		return ErrClosed
	}
	r.aboard.Add(1)
	r.boarded <- <-r.names
	select {
	case r.log <- "boarded":
	default:
	}
	return nil
}
`
	out, _ := rewrite.File("ride.go", []byte(src))
	lines := strings.SplitAfter(string(out), "\n")
	fmt.Print(strings.Join(lines[:18], "")) // the last line has the whole text again
	// Output:
	// package ride; import _step "example.com/backpressure/internal/schedule/step"
	//
	// import "example.com/backpressure/internal/schedule/twin/atomic"
	//
	// func (r *Ride) Board() error {_step.Enter("ride.go:5");
	// 	_step.Twin("ride.go:6");if r.aboard.Load() >= r.seats {
	// 		_step.Plain("ride.go:7");return ErrFull
	// 	} else {_step.Plain("ride.go:8");if r.closed {
	// 		_step.Plain("ride.go:9");return ErrClosed
	// 	}}
	// 	_step.Twin("ride.go:11");r.aboard.Add(1)
	// 	_step.Ahead("ride.go:12");_step.Select("ride.go:12", 0 == 1, _step.Send(r.boarded)(_step.After(<-_step.Before("ride.go:12", r.names))))
	// 	_step.Ahead("ride.go:13");switch _step0 := _step.Send(r.log)("boarded"); _step.Select("ride.go:13", 0 == 0, _step0) {
	// 	case 0:
	// 	default:
	// 	}
	// 	_step.Plain("ride.go:17");return nil
	// }
}

// programs are the files of testdata/cases. Those that gofmt would change, one line
// for a whole function and the like, are called .go.txt, so that nobody formats them.
func programs(t testing.TB) []string {
	files, err := filepath.Glob("testdata/cases/*.go*")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

func rewritten(t testing.TB, name string, src []byte) string {
	out, err := rewrite.File(name, src)
	require.NoError(t, err)
	return string(out)
}

// windows is src as an editor on Windows may save it.
func windows(src []byte) []byte {
	return append([]byte("\ufeff"), bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n"))...)
}

func read(t testing.TB, file string) []byte {
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	return src
}

func write(t testing.TB, file, text string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
}
