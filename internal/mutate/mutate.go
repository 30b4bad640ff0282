// Package mutate takes one thing at a time out of a source. Tests that know a
// mistake when they see it see that something is missing.
package mutate

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// A Mutant is a source with one thing taken out: a statement, a case, a defer, a
// go, a condition, or one of a bound or a buffer, which may also be one more.
type Mutant struct {
	// Name says what is missing where. It is the mutant's own, and other edits
	// of the source leave it alone.
	Name string
	Text []byte // in which every line keeps its number
	line int
}

// An edit replaces the bytes of a source from one offset to another.
type edit struct {
	from, to int
	with     string
}

// mutator looks through one answer for what can be taken out.
type mutator struct {
	source   []byte
	set      *token.FileSet
	info     types.Info
	sent     []types.Type      // the elements of all channels that something is sent on
	function string            // that is being looked through: "Ride.Board"
	named    map[string]int    // how many mutants have a name
	done     map[ast.Node]bool // what is not to be looked at again
	mutants  []Mutant
}

// Mutants returns the mutants of a Go file that is a package of its own, and
// imports nothing but the standard library, in the order of its lines. Not all
// of them compile. The error says why the file itself does not.
//
// Neither Mutants nor [Mutant.Compiling] is safe for concurrent use.
func Mutants(source []byte) ([]Mutant, error) {
	m := &mutator{source: source, set: token.NewFileSet(), named: make(map[string]int), done: make(map[ast.Node]bool)}
	m.info = types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object)}
	file, err := parser.ParseFile(m.set, "", source, 0)
	if err != nil {
		return nil, err
	}
	if errs := checkTypes(m.set, file, &m.info); len(errs) > 0 {
		return nil, errs[0]
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if send, ok := n.(*ast.SendStmt); ok {
			m.sent = append(m.sent, element(m.info.TypeOf(send.Chan)))
		}
		return true
	})
	for _, decl := range file.Decls {
		m.function = ""
		if f, ok := decl.(*ast.FuncDecl); ok {
			m.function = functionName(f) + ": "
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			m.visit(n)
			return true
		})
	}
	slices.SortStableFunc(m.mutants, func(a, b Mutant) int { return cmp.Compare(a.line, b.line) })
	return m.mutants, nil
}

// visit takes out of a node what is the node's own. The nodes inside it come
// later.
func (m *mutator) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.BlockStmt: // the cases of a select and a switch, too
		m.statements(n.List)
	case *ast.CaseClause:
		m.statements(n.Body)
	case *ast.CommClause:
		m.statements(n.Body)
	case *ast.IfStmt:
		if n.Init == nil && n.Else == nil && !doesSomething(n.Cond) {
			m.onlyOne(n.Body)
		}
	case *ast.DeferStmt:
		if f, ok := n.Call.Fun.(*ast.FuncLit); ok {
			m.onlyOne(f.Body)
		}
		m.take("not deferred: "+m.header(n), m.cut(n.Pos(), n.Call.Pos(), ""))
	case *ast.GoStmt:
		m.take("without go: "+m.header(n), m.cut(n.Pos(), n.Call.Pos(), ""))
	case *ast.CallExpr:
		m.call(n)
	case *ast.BinaryExpr:
		m.binary(n)
	case *ast.RangeStmt:
		if m.isInteger(n.X) {
			m.byOne(n.X)
		}
	case *ast.BasicLit:
		if m.isInteger(n) {
			m.byOne(n)
		}
	}
}

func (m *mutator) statements(list []ast.Stmt) {
	for _, s := range list {
		if m.done[s] {
			continue
		}
		m.take("without "+m.header(s), m.cut(s.Pos(), s.End(), ""))
	}
}

// onlyOne leaves alone the only statement of a body that does nothing without
// it: that what is around the body can be taken out says as much.
func (m *mutator) onlyOne(body *ast.BlockStmt) {
	if len(body.List) == 1 {
		m.done[body.List[0]] = true
	}
}

// doesSomething reports whether more comes of an expression than its value.
func doesSomething(e ast.Expr) (does bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		unary, ok := n.(*ast.UnaryExpr)
		_, isCall := n.(*ast.CallExpr)
		does = does || isCall || ok && unary.Op == token.ARROW
		return !does
	})
	return does
}

// call takes one from a channel's buffer, or adds one, and calls f itself in
// the place of wg.Go(f).
func (m *mutator) call(call *ast.CallExpr) {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		if _, isChan := m.info.TypeOf(call).(*types.Chan); f.Name != "make" || !isChan {
			return
		}
		if len(call.Args) == 2 {
			m.byOne(call.Args[1])
			return
		}
		if m.neverSent(m.info.TypeOf(call)) {
			return // it is only closed, and a buffer would hold nothing
		}
		m.take(m.header(call)+" with a buffer of 1", m.cut(call.Rparen, call.Rparen, ", 1"))
	case *ast.SelectorExpr:
		if f.Sel.Name == "Go" && len(call.Args) == 1 {
			m.take("without Go: "+m.header(call), m.cut(call.Pos(), call.Lparen, ""), m.cut(call.End(), call.End(), "()"))
		}
	}
}

func (m *mutator) neverSent(channel types.Type) bool {
	return !slices.ContainsFunc(m.sent, func(t types.Type) bool { return types.Identical(t, element(channel)) })
}

func element(channel types.Type) types.Type {
	if c, ok := channel.Underlying().(*types.Chan); ok {
		return c.Elem()
	}
	return types.Typ[types.Invalid] // of a type parameter
}

// binary leaves out one of two conditions, and moves a bound by one.
func (m *mutator) binary(b *ast.BinaryExpr) {
	next := map[token.Token]token.Token{token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR}
	switch b.Op {
	case token.MUL, token.SHL:
		m.done[b.X], m.done[b.Y] = true, true // a size, and no bound
	case token.LAND, token.LOR:
		m.take(fmt.Sprintf("without %s in %s", m.header(b.X), m.header(b)), m.cut(b.X.Pos(), b.Y.Pos(), ""))
		m.take(fmt.Sprintf("without %s in %s", m.header(b.Y), m.header(b)), m.cut(b.X.End(), b.Y.End(), ""))
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		if m.isInteger(b.X) && m.isInteger(b.Y) {
			m.byOne(b.Y) // which is what another operator does, too
		} else if op, ordered := next[b.Op]; ordered {
			m.take(fmt.Sprintf("%s for %s in %s", op, b.Op, m.header(b)), m.cut(b.OpPos, b.OpPos+token.Pos(len(b.Op.String())), op.String()))
		}
	}
}

// byOne makes a number smaller by one, and larger by one.
func (m *mutator) byOne(number ast.Expr) {
	if m.done[number] {
		return
	}
	m.done[number] = true
	for _, by := range []int64{-1, +1} {
		text := m.header(number)
		other := fmt.Sprintf("%s%+d", text, by)
		if n, err := strconv.ParseInt(text, 0, 64); err == nil {
			other = strconv.FormatInt(n+by, 10)
		}
		m.take(fmt.Sprintf("%s for %s in %s", other, text, m.lineOf(number)), m.cut(number.Pos(), number.End(), "("+other+")"))
	}
}

// isInteger reports whether an expression may count something. A nanosecond more
// or less is nothing that an exercise speaks of.
func (m *mutator) isInteger(e ast.Expr) bool {
	t := m.info.TypeOf(e)
	if t == nil || t.String() == "time.Duration" { // nil is the path of an import
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

// cut replaces what stands between two places. The lines in between stay.
func (m *mutator) cut(from, to token.Pos, with string) edit {
	e := edit{m.set.Position(from).Offset, m.set.Position(to).Offset, with}
	e.with += strings.Repeat("\n", bytes.Count(m.source[e.from:e.to], []byte("\n")))
	return e
}

func (m *mutator) take(what string, edits ...edit) {
	var text []byte
	at := 0
	for _, e := range edits {
		text = append(append(text, m.source[at:e.from]...), e.with...)
		at = e.to
	}
	text = append(text, m.source[at:]...)
	name := m.function + what
	m.named[name]++
	if n := m.named[name]; n > 1 {
		name = fmt.Sprintf("%s (%d)", name, n)
	}
	m.mutants = append(m.mutants, Mutant{Name: name, line: 1 + bytes.Count(m.source[:edits[0].from], []byte("\n")), Text: text})
}

// header returns the first line of a node's source, without comments.
func (m *mutator) header(n ast.Node) string {
	var text bytes.Buffer
	if err := format.Node(&text, m.set, n); err != nil {
		panic(err) // it has been parsed
	}
	line, _, more := strings.Cut(text.String(), "\n")
	if more {
		line += " …"
	}
	return line
}

// lineOf returns the line that an expression stands on, without comments.
func (m *mutator) lineOf(e ast.Expr) string {
	lines := strings.Split(string(m.source), "\n")
	line, _, _ := strings.Cut(lines[m.set.Position(e.Pos()).Line-1], " //")
	return strings.TrimSpace(line)
}

func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	receiver := f.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	if generic, ok := receiver.(*ast.IndexExpr); ok {
		receiver = generic.X
	}
	return types.ExprString(receiver) + "." + f.Name.Name
}
