package rewrite

import (
	"go/ast"
	"go/token"
	"slices"
)

// list puts steps into the statements of a block and reports whether one of them
// runs whenever the block is run.
func (r *rewriter) list(stmts []ast.Stmt) bool {
	stepped := false
	for _, s := range stmts {
		if r.stmt(s, s.Pos()) {
			stepped = true
		}
	}
	return stepped
}

// stmt puts a step at at, where statement s begins, and the further ones into
// it. It reports whether s cannot run without one.
//
// Statements that neither read nor write anything get none: a break, a block, a
// declaration without values. A continue and a goto do, because a loop may
// consist of nothing else.
func (r *rewriter) stmt(s ast.Stmt, at token.Pos) bool {
	switch s := s.(type) {
	case *ast.LabeledStmt:
		// A step between a label and its loop would take the label away from
		// break and continue; one before the label is passed by when a goto
		// comes. So it depends on who uses the label.
		if !r.loops[s.Label.Name] {
			at = s.Stmt.Pos()
		}
		return r.stmt(s.Stmt, at)
	case *ast.BlockStmt:
		return r.list(s.List)
	case *ast.EmptyStmt:
		return false
	case *ast.BranchStmt:
		if s.Tok == token.BREAK || s.Tok == token.FALLTHROUGH {
			return false
		}
		r.before(s, at)
	case *ast.DeclStmt:
		if !hasValues(s) {
			return false
		}
		r.before(s, at, s)
		r.exprs(s)
	case *ast.IfStmt:
		r.ifStmt(s, at)
	case *ast.ForStmt:
		r.forStmt(s, at)
	case *ast.RangeStmt:
		r.rangeStmt(s, at)
	case *ast.SwitchStmt:
		r.before(s, at, s.Init, s.Tag)
		r.header(s.Init)
		r.exprs(s.Tag)
		r.clauses(s.Body)
	case *ast.TypeSwitchStmt:
		r.before(s, at, s.Init, s.Assign)
		r.header(s.Init)
		r.exprs(s.Assign)
		r.clauses(s.Body)
	case *ast.SelectStmt:
		r.selectStmt(s, at)
	case *ast.GoStmt:
		r.goStmt(s, at)
	case *ast.DeferStmt:
		r.deferStmt(s, at)
	case *ast.SendStmt:
		r.sendStmt(s, at)
	default:
		r.plain(s, at)
	}
	return true
}

// before puts a step for s at at, where parts of s are what runs first. There is
// none when s begins with a receive, which is a step itself.
func (r *rewriter) before(s ast.Stmt, at token.Pos, parts ...ast.Node) {
	if receivesFirst(parts...) {
		r.ahead(s, at, parts...)
		return
	}
	r.open(at, r.call(r.kind(parts...), s.Pos())+");")
}

// ahead puts a step before a channel operation whose channel or value is read
// from memory that others may write: <-wg.zero reads the field first, and its
// own step comes between that and the receive.
func (r *rewriter) ahead(s ast.Stmt, at token.Pos, parts ...ast.Node) {
	if readsMemory(parts...) {
		r.open(at, r.call("Ahead", s.Pos())+");")
	}
}

// kind chooses the step for what runs parts: one that may switch (before what
// synchronises inside the standard library, too), one after which
// another goroutine may have been woken, by a twin alone or by anybody, or one
// that concerns nobody else.
func (r *rewriter) kind(parts ...ast.Node) string {
	switch events := r.events(parts...); {
	case r.readsLength(parts...) || slices.ContainsFunc(events, asksContext):
		return "Point"
	case len(events) == 0:
		return "Plain"
	case len(events) == 1 && isTwin(events[0]):
		return "Twin"
	default:
		return "Line"
	}
}

// body puts steps into the body of a function. Code that is not rewritten may
// have called it (a test, or a function of the standard library that was handed
// a literal), and have woken somebody before: that is what Enter is for.
func (r *rewriter) body(f ast.Node, body *ast.BlockStmt, entered bool) {
	if entered && len(body.List) > 0 {
		r.open(body.Lbrace+1, r.call("Enter", f.Pos())+");")
	}
	r.list(body.List)
}

// ifStmt gives an else-if a block of its own, because a step can stand in front
// of its condition only there.
func (r *rewriter) ifStmt(s *ast.IfStmt, at token.Pos) {
	r.before(s, at, s.Init, s.Cond)
	r.header(s.Init)
	r.exprs(s.Cond)
	r.list(s.Body.List)
	switch e := s.Else.(type) {
	case *ast.BlockStmt:
		r.list(e.List)
	case *ast.IfStmt:
		r.open(e.Pos(), "{")
		r.close(e.End(), "}")
		r.ifStmt(e, e.Pos())
	}
}

func (r *rewriter) clauses(body *ast.BlockStmt) {
	for _, s := range body.List {
		clause := s.(*ast.CaseClause)
		for _, x := range clause.List {
			r.exprs(x)
		}
		r.list(clause.Body)
	}
}

// forStmt makes sure that every turn of the loop has a step, or a loop like
// `for !done {}` would spin without the explorer ever hearing of it.
func (r *rewriter) forStmt(s *ast.ForStmt, at token.Pos) {
	stepped := r.list(s.Body.List)
	r.before(s, at, s.Init, s.Cond)
	switch {
	case s.Cond != nil && receivesFirst(s.Cond):
	case s.Cond != nil && s.Post == nil:
		kind := r.kind(s.Cond)
		if !stepped {
			kind = "Line" // it waits for somebody
		}
		r.beforeEachTurn(s, r.call(kind, s.Pos())+")")
	case !stepped:
		r.open(s.Body.Lbrace+1, r.call("Line", s.Pos())+");")
	}
	r.header(s.Init)
	r.exprs(s.Cond)
	r.header(s.Post)
}

// beforeEachTurn makes step the post statement of a loop that has none: it then
// runs before every evaluation of the condition but the first.
func (r *rewriter) beforeEachTurn(s *ast.ForStmt, step string) {
	if s.Init == nil && !hasSemicolon(r.text(s.For+3, s.Cond.Pos())) { // for cond {}
		r.open(s.Cond.Pos(), "; ")
		r.close(s.Cond.End(), "; "+step)
		return
	}
	r.open(s.Body.Lbrace, step+" ")
}

// rangeStmt treats a loop as one that receives from a channel, unless the syntax
// says otherwise. Nothing can stand right before the receive of a turn; the
// Point at the beginning of the body does as well, since nothing between it and
// the next receive concerns another goroutine, or it has a step itself.
func (r *rewriter) rangeStmt(s *ast.RangeStmt, at token.Pos) {
	back := r.call("Back", s.Pos()) + ")"
	point := r.call("Point", s.Pos()) + ")"
	_, isCall := ast.Unparen(s.X).(*ast.CallExpr)
	switch mayReceive := r.rangesOverChannel(s); {
	case mayReceive && isCall: // the first receive comes after the call
		r.before(s, at, s.X)
		r.open(s.X.Pos(), r.call("Before", s.Pos())+", ")
		r.close(s.X.End(), ")")
		r.open(s.Body.Lbrace+1, back+";"+point+";")
	case mayReceive:
		r.open(at, point+";")
		r.open(s.Body.Lbrace+1, back+";"+point+";")
	default: // it may call a function that yields the values
		r.open(at, r.call("Line", s.Pos())+");")
		r.open(s.Body.Lbrace+1, back+";")
	}
	r.exprs(s.Key)
	r.exprs(s.Value)
	r.exprs(s.X)
	r.list(s.Body.List)
	r.close(s.End(), ";"+back)
}

// deferStmt adds a second deferred call, which runs right before the first and
// is its step. A function literal has steps inside.
func (r *rewriter) deferStmt(s *ast.DeferStmt, at token.Pos) {
	now := []ast.Node{s.Call.Fun} // and the call itself later
	for _, arg := range s.Call.Args {
		now = append(now, arg)
	}
	r.before(s, at, now...)
	later := "Line"
	switch {
	case closed(s.Call) != nil:
		later = "Close"
	case isTwin(s.Call):
		later = "Twin"
	}
	if _, literal := ast.Unparen(s.Call.Fun).(*ast.FuncLit); !literal && !r.isGosched(s.Call) {
		r.close(s.End(), ";defer "+r.call(later, s.Pos())+")")
	}
	r.exprs(s.Call)
}

// hasValues reports whether a declaration computes something.
func hasValues(s *ast.DeclStmt) bool {
	decl, ok := s.Decl.(*ast.GenDecl)
	if !ok || decl.Tok != token.VAR {
		return false
	}
	for _, spec := range decl.Specs {
		if len(spec.(*ast.ValueSpec).Values) > 0 {
			return true
		}
	}
	return false
}
