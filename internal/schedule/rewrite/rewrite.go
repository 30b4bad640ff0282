// Package rewrite puts steps into the Go source of an answer, so that a schedule
// explorer can decide at each of them which goroutine goes on.
//
// The steps are calls of package step. They are inserted into the text, as
// cmd/cover inserts its counters: nothing is printed anew, and every statement
// stays on its line, so that panics, races and compile errors name the line that
// the learner wrote. Only what the syntax shows is used. Where a type would have
// to be known (is this a range over a channel?), the rewrite takes the
// possibility that costs a step too many rather than one too few.
package rewrite

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
)

// The packages that rewritten code imports.
const (
	stepPath = "example.com/backpressure/internal/schedule/step"
	twinPath = "example.com/backpressure/internal/schedule/twin/"
)

// twins are the packages whose operations the explorer, or the race detector,
// must see.
var twins = map[string]string{
	"maps":        twinPath + "maps",
	"sync":        twinPath + "sync",
	"sync/atomic": twinPath + "atomic",
}

// File returns src with steps before its statements, its channel operations,
// selects and go statements under the explorer's control, and its imports of
// maps, sync and sync/atomic replaced by their twins. All files of a package must be
// rewritten together: a twin's Mutex is not a sync.Mutex.
//
// The base name of name appears in the positions that the steps report. When src
// does not parse, the error is the parser's. A file that parses can be
// rewritten, whether it compiles or not; the rewritten file has the compile
// errors of the original, on the same lines.
func File(name string, src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, 0)
	if err != nil {
		return nil, err
	}
	r := &rewriter{
		name: filepath.Base(name),
		src:  src,
		file: fset.File(file.FileStart),
		step: unused("_step", src),
		tree: file,
	}
	r.gosched = localName(file, "runtime")
	r.loops = jumpedOutOf(file)

	r.imports()
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Body != nil {
				r.body(decl, decl.Body, decl.Name.IsExported())
			}
		case *ast.GenDecl:
			if decl.Tok == token.VAR {
				r.exprs(decl)
			}
		}
	}
	return append(r.edits.apply(src, 0, len(src)), r.lastLine()...), nil
}

// A rewriter collects the edits of one file.
type rewriter struct {
	edits edits

	name string // of the file, as positions show it
	src  []byte
	file *token.File
	tree *ast.File

	step    string          // the name under which step is imported
	gosched string          // the name under which runtime is imported, if it is
	yields  bool            // a call of Gosched was replaced
	loops   map[string]bool // labels that a break or continue names
}

// imports adds the import of step on the line of the package clause, where it
// moves no other line, and turns the imports of the originals to their twins.
func (r *rewriter) imports() {
	r.open(r.tree.Name.End(), fmt.Sprintf("; import %s %q", r.step, stepPath))
	for _, spec := range r.tree.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if twin, ok := twins[path]; ok {
			r.replace(spec.Path.Pos(), spec.Path.End(), strconv.Quote(twin))
		}
	}
}

// lastLine hands the original text to the explorer, which shows it beside the
// schedule, and keeps the import of runtime used.
func (r *rewriter) lastLine() []byte {
	var line bytes.Buffer
	if !bytes.HasSuffix(r.src, []byte("\n")) {
		line.WriteByte('\n') // the last line may be a comment
	}
	fmt.Fprintf(&line, "var _ = %s.Source(%q, %q)", r.step, r.name, r.src)
	if r.yields {
		fmt.Fprintf(&line, "; var _ = %s.Gosched", r.gosched)
	}
	line.WriteByte('\n')
	return line.Bytes()
}

// call is the text of a call of step's function f, which is told the line at
// pos, without the closing parenthesis.
func (r *rewriter) call(f string, pos token.Pos) string {
	// Not the adjusted position: a //line directive in the answer must not move the
	// step away from the line that the learner looks at.
	return fmt.Sprintf("%s.%s(%q", r.step, f, fmt.Sprint(r.name, ":", r.file.PositionFor(pos, false).Line))
}

func (r *rewriter) open(at token.Pos, text string)  { r.edits.open(r.file.Offset(at), text) }
func (r *rewriter) close(at token.Pos, text string) { r.edits.close(r.file.Offset(at), text) }
func (r *rewriter) replace(from, to token.Pos, text string) {
	r.edits.replace(r.src, r.file.Offset(from), r.file.Offset(to), text)
}

// unused returns name, made longer until src does not contain it.
func unused(name string, src []byte) string {
	for bytes.Contains(src, []byte(name)) {
		name += "_"
	}
	return name
}

// localName returns the name under which file imports path, "" if it does not.
func localName(file *ast.File, path string) string {
	for _, spec := range file.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p == path {
			if name := importName(spec); name != "_" && name != "." {
				return name
			}
		}
	}
	return ""
}

// importName returns the name that an import gives its package in the file.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	path, _ := strconv.Unquote(spec.Path.Value)
	return filepath.Base(path)
}

// jumpedOutOf returns the labels that a break or a continue in file names.
func jumpedOutOf(file *ast.File) map[string]bool {
	labels := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if b, ok := n.(*ast.BranchStmt); ok && b.Label != nil && (b.Tok == token.BREAK || b.Tok == token.CONTINUE) {
			labels[b.Label.Name] = true
		}
		return true
	})
	return labels
}
