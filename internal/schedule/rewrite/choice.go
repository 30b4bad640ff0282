package rewrite

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/scanner"
	"go/token"
	"strconv"
	"strings"
)

// Constants that hold whatever an answer calls true and false.
const (
	yes = "0 == 0"
	no  = "0 == 1"
)

// selectStmt turns a select into a switch over the case that the explorer picks:
//
//	select {                   switch _step0, _step1 := _step.Recv(in), _step.Send(out)(x); _step.Select("f.go:1", 0 == 1, _step0, _step1) {default: select {};
//	case v, ok := <-in:        case 0: v, ok := _step0.V, _step0.OK;
//	case out <- x:             case 1:
//	}                          }
//
// Channels and values are evaluated once each, in source order, as a select
// does. The new variables belong to the switch, so that labels, goto and a
// second select in the same block need no thought. The default case is never
// reached; it keeps "missing return" away where the select did.
func (r *rewriter) selectStmt(s *ast.SelectStmt, at token.Pos) {
	if len(s.Body.List) == 0 {
		r.open(at, r.call("Point", s.Pos())+");")
		return
	}
	if !valid(s.Body.List) {
		return // the learner's error must stay one
	}
	var names, cases []string
	hasDefault := no
	var comms []ast.Node
	for _, c := range s.Body.List {
		if comm := c.(*ast.CommClause).Comm; comm != nil {
			comms = append(comms, comm)
		}
	}
	r.ahead(s, at, comms...)
	for _, c := range s.Body.List {
		clause := c.(*ast.CommClause)
		r.list(clause.Body)
		if clause.Comm == nil {
			hasDefault = yes
			continue
		}
		name := fmt.Sprint(r.step, len(names))
		value, result := r.comm(clause.Comm, name)
		r.replace(clause.Comm.Pos(), clause.Colon+1, fmt.Sprintf("%d:%s", len(names), result))
		names = append(names, name)
		cases = append(cases, value)
	}
	head := "switch "
	if len(names) > 0 {
		head += strings.Join(names, ", ") + " := " + strings.Join(cases, ", ") + "; "
	}
	head += r.call("Select", s.Pos()) + ", " + strings.Join(append([]string{hasDefault}, names...), ", ") + ") {"
	if hasDefault == no {
		head += "default: select {};"
	}
	r.replace(s.Pos(), s.Body.Lbrace+1, head)
}

// comm returns what a case waits for and what its body begins with.
func (r *rewriter) comm(comm ast.Stmt, name string) (value, result string) {
	switch s := comm.(type) {
	case *ast.SendStmt:
		return r.step + ".Send(" + r.moved(s.Chan) + ")(" + r.moved(s.Value) + ")", ""
	case *ast.AssignStmt:
		result = " " + r.moved(s.Lhs[0])
		if len(s.Lhs) == 2 {
			result += ", " + r.moved(s.Lhs[1])
		}
		result += " " + s.Tok.String() + " " + name + ".V"
		if len(s.Lhs) == 2 {
			result += ", " + name + ".OK"
			if s.Tok == token.ASSIGN {
				result += " == (" + yes + ")" // untyped again: the variable may be of any kind of bool
			}
		}
		result += ";"
		return r.received(s.Rhs[0]), result
	default:
		return r.received(comm.(*ast.ExprStmt).X), ""
	}
}

func (r *rewriter) received(x ast.Expr) string {
	return r.step + ".Recv(" + r.moved(receive(x).X) + ")"
}

// moved returns the rewritten text of x, on one line, for use in another place.
func (r *rewriter) moved(x ast.Expr) string {
	outer := r.edits
	r.edits = nil
	r.exprs(x)
	text := r.edits.apply(r.src, r.file.Offset(x.Pos()), r.file.Offset(x.End()))
	r.edits = outer
	if bytes.Contains(text, []byte("\n")) {
		return oneLine(text)
	}
	return string(text)
}

// oneLine joins the lines of an expression: newlines that end statements become
// semicolons, comments go.
func oneLine(src []byte) string {
	var out []string
	tokens(src, func(tok token.Token, text string) {
		switch {
		case tok == token.SEMICOLON:
			text = ";"
		case tok == token.STRING && strings.Contains(text, "\n"):
			raw, _ := strconv.Unquote(text)
			text = strconv.Quote(raw)
		case text == "":
			text = tok.String()
		}
		out = append(out, text)
	})
	return strings.TrimSuffix(strings.Join(out, " "), " ;") // the end of src ends a statement, too
}

// hasSemicolon reports whether a semicolon is written in src.
func hasSemicolon(src []byte) bool {
	found := false
	tokens(src, func(tok token.Token, text string) {
		found = found || tok == token.SEMICOLON && text == ";"
	})
	return found
}

// tokens calls f for each token of src. The text of an operator is empty, that
// of a semicolon which the scanner inserted at the end of a line is a newline.
func tokens(src []byte, f func(tok token.Token, text string)) {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(src)), src, nil, 0)
	for {
		_, tok, text := s.Scan()
		if tok == token.EOF {
			return
		}
		f(tok, text)
	}
}

func (r *rewriter) text(from, to token.Pos) []byte {
	return r.src[r.file.Offset(from):r.file.Offset(to)]
}

// valid reports whether the clauses are right for a select. The parser lets more
// pass, and some of that would be right in a switch.
func valid(clauses []ast.Stmt) bool {
	for _, c := range clauses {
		clause := c.(*ast.CommClause)
		if n := len(clause.Body); n > 0 {
			if last, ok := clause.Body[n-1].(*ast.BranchStmt); ok && last.Tok == token.FALLTHROUGH {
				return false
			}
		}
		switch s := clause.Comm.(type) {
		case *ast.ExprStmt:
			if receive(s.X) == nil {
				return false
			}
		case *ast.AssignStmt:
			assigns := s.Tok == token.ASSIGN || s.Tok == token.DEFINE
			if !assigns || len(s.Lhs) > 2 || len(s.Rhs) != 1 || receive(s.Rhs[0]) == nil {
				return false
			}
		}
	}
	return true
}
