package rewrite_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/schedule/rewrite"
)

// Real code has what nobody thinks of. These packages use channels, selects and
// locks, or much else of the language.
var corpus = []string{
	"sync", "sync/atomic", "context", "time", "net/http", "net", "net/rpc", "os/exec", "os/signal", "io", "bufio",
	"container/heap", "container/list", "container/ring", "sort", "slices", "maps", "iter", "strings", "bytes", "strconv",
	"unicode/utf8", "errors", "fmt", "log", "log/slog", "math/rand", "regexp", "regexp/syntax",
	"text/template", "text/template/parse", "text/tabwriter", "encoding/json", "encoding/csv", "compress/flate", "go/ast", "go/parser",
	"testing", "testing/fstest",
	"github.com/stretchr/testify/assert", "gopkg.in/yaml.v3", "go.yaml.in/yaml/v3",
}

// goPackage is what the test needs of go list's description.
type goPackage struct {
	ImportPath, Dir, Export string
	GoFiles, CgoFiles       []string
	Error                   *struct{ Err string }
}

func TestRealCode(t *testing.T) {
	packages := list(t, corpus...)
	files, lines, checked, refused := 0, 0, 0, 0
	imports := newImporter(t, packages)
	for _, path := range corpus {
		pkg, ok := packages[path]
		if !ok || len(pkg.GoFiles) == 0 {
			continue // a module that this build does not need
		}
		var names []string
		var before, after [][]byte
		for _, name := range append(pkg.GoFiles, pkg.CgoFiles...) {
			name = filepath.Join(pkg.Dir, name)
			src := read(t, name)
			out, err := rewrite.File(name, src)
			require.NoError(t, err, name)
			lines += keepsItsLines(t, name, src, out)
			_, err = format.Source(out)
			require.NoError(t, err, name)
			names, before, after = append(names, name), append(before, src), append(after, out)
			files++
		}
		if strings.HasPrefix(path, "sync") || len(pkg.CgoFiles) > 0 {
			continue // sync's own types are not its twins'
		}
		if imports.check(path, names, before) != nil {
			refused++ // compiler magic: not for go/types alone
			continue
		}
		assert.NoError(t, imports.check(path, names, after), path)
		checked++
	}
	assert.Greater(t, files, 200)
	assert.Greater(t, checked, 30)
	t.Logf("%d files, whose %d lines stay where they were; %d packages type-check as before, %d did not before",
		files, lines, checked, refused)
}

const engine = "example.com/backpressure/internal/schedule/"

// twins are what a rewritten file imports in the place of the originals.
var twins = map[string]string{
	"maps":        engine + "twin/maps",
	"sync":        engine + "twin/sync",
	"sync/atomic": engine + "twin/atomic",
}

// keepsItsLines checks that the first token of each line of src stands on the same
// line of out. It returns how many lines it saw.
func keepsItsLines(t *testing.T, name string, src, out []byte) int {
	t.Helper()
	want, got := tokensByLine(src), tokensByLine(out)
	moved := movedLines(t, src)
	for line, tokens := range want {
		first := tokens[0]
		switch {
		case moved[line]:
			continue
		case first == "select":
			first = "switch"
		case first == "go": // a named function: its call moves into a literal
			first = "{"
		}
		if original, err := strconv.Unquote(first); err == nil && twins[original] != "" {
			first = strconv.Quote(twins[original])
		}
		if !slices.Contains(got[line], first) && !slices.Contains(got[line], tokens[0]) {
			t.Fatalf("%s:%d: %s is not on this line any more: %s", name, line, first, got[line])
		}
	}
	return len(want)
}

// tokensByLine returns the tokens of the lines that have some.
func tokensByLine(src []byte) map[int][]string {
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, nil, 0)
	lines := map[int][]string{}
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			return lines
		}
		if tok == token.SEMICOLON && text == "\n" {
			continue
		}
		if text == "" {
			text = tok.String()
		}
		line := file.PositionFor(pos, false).Line
		lines[line] = append(lines[line], text)
	}
}

// movedLines are the inner lines of the cases of a select, which are evaluated
// on the line of the select.
func movedLines(t *testing.T, src []byte) map[int]bool {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", src, parser.SkipObjectResolution)
	require.NoError(t, err)
	moved := map[int]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if c, ok := n.(*ast.CommClause); ok {
			for l := fset.PositionFor(c.Case, false).Line + 1; l <= fset.PositionFor(c.Colon, false).Line; l++ {
				moved[l] = true
			}
		}
		return true
	})
	return moved
}

// list asks the go command for packages and where the export data of all that
// they import is.
func list(t *testing.T, paths ...string) map[string]goPackage {
	args := append([]string{"list", "-e", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,CgoFiles,Error"}, paths...)
	cmd := exec.Command("go", args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	packages := map[string]goPackage{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p goPackage
		require.NoError(t, d.Decode(&p))
		packages[p.ImportPath] = p
	}
	return packages
}

// imports finds what a package imports when it is type-checked: compiled packages,
// the step package of testdata, and the originals in place of the twins.
type imports struct {
	fset *token.FileSet
	std  types.Importer
	step *types.Package
}

func newImporter(t *testing.T, packages map[string]goPackage) *imports {
	fset := token.NewFileSet()
	imp := &imports{fset: fset, std: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if vendored, ok := packages["vendor/"+path]; ok {
			return os.Open(vendored.Export)
		}
		return os.Open(packages[path].Export)
	})}
	file, err := parser.ParseFile(fset, "testdata/stub/step/step.go", nil, 0)
	require.NoError(t, err)
	imp.step, err = (&types.Config{Importer: imp.std}).Check("step", fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return imp
}

func (imp *imports) Import(path string) (*types.Package, error) {
	if path == engine+"step" {
		return imp.step, nil
	}
	for original, twin := range twins {
		if path == twin {
			return imp.std.Import(original)
		}
	}
	return imp.std.Import(path)
}

func (imp *imports) check(path string, names []string, sources [][]byte) error {
	var files []*ast.File
	for i, src := range sources {
		file, err := parser.ParseFile(imp.fset, names[i], src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	_, err := (&types.Config{Importer: imp, Sizes: types.SizesFor("gc", "amd64")}).Check(path, imp.fset, files, nil)
	return err
}
