package rewrite

import (
	"go/ast"
	"go/token"
)

// plain rewrites a statement that consists of expressions.
func (r *rewriter) plain(s ast.Stmt, at token.Pos) {
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, ok := ast.Unparen(s.X).(*ast.CallExpr)
		switch {
		case !ok:
		case r.isGosched(call): // a step itself
			r.exprs(s)
			return
		case closed(call) != nil && r.calls(closed(call)):
			r.before(s, at, s)
			r.header(s)
			return
		case closed(call) != nil:
			r.open(at, r.call("Close", s.Pos())+");")
			r.exprs(s)
			return
		}
	case *ast.AssignStmt:
		if rx := commaOK(len(s.Lhs), s.Rhs); rx != nil {
			// Here there is room for a statement after the receive, so that
			// ok stays untyped and can be assigned to any kind of bool.
			r.before(s, at, s)
			r.close(s.End(), ";"+r.call("Back", s.Pos())+")")
			for _, x := range s.Lhs {
				r.exprs(x)
			}
			r.open(rx.X.Pos(), r.call("Before", rx.Pos())+", ")
			r.close(rx.X.End(), ")")
			r.exprs(rx.X)
			return
		}
	}
	r.before(s, at, s)
	r.exprs(s)
}

// header rewrites a simple statement in the head of an if, switch or for, where
// no other statement can stand beside it. n may be nil.
func (r *rewriter) header(n ast.Stmt) {
	switch s := n.(type) {
	case *ast.SendStmt:
		r.sendByChoice(s)
	case *ast.ExprStmt:
		if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok && closed(call) != nil {
			c := closed(call)
			r.open(c.Pos(), r.call("Before", s.Pos())+", ")
			r.close(c.End(), ")")
		}
		r.exprs(s)
	case *ast.AssignStmt:
		if rx := commaOK(len(s.Lhs), s.Rhs); rx != nil {
			for _, x := range s.Lhs {
				r.exprs(x)
			}
			r.receive2(rx)
			return
		}
		r.exprs(s)
	default:
		r.exprs(n)
	}
}

// exprs rewrites the receives and the calls of runtime.Gosched in n, and the
// function literals' bodies. n may be nil.
func (r *rewriter) exprs(n ast.Node) {
	if n == nil {
		return
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			r.body(n, n.Body, true)
			return false
		case *ast.ValueSpec:
			if rx := commaOK(len(n.Names), n.Values); rx != nil {
				r.receive2(rx)
				return false
			}
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				r.open(n.Pos(), r.step+".After(")
				r.open(n.X.Pos(), r.call("Before", n.Pos())+", ")
				r.close(n.End(), "))")
			}
		case *ast.CallExpr:
			r.guardCallbacks(n)
			if r.isGosched(n) {
				r.yields = true
				r.replace(n.Fun.Pos(), n.Lparen+1, r.call("Yield", n.Pos()))
				return false
			}
		}
		return true
	})
}

// receive2 rewrites the receive of `v, ok = <-ch` where only an expression fits.
func (r *rewriter) receive2(rx *ast.UnaryExpr) {
	r.replace(rx.Pos(), rx.X.Pos(), r.call("Recv2", rx.Pos())+", ")
	r.close(rx.End(), ")")
	r.exprs(rx.X)
}

// sendStmt puts the step as near to the send as it can: after the evaluation of
// a value that may have steps of its own.
func (r *rewriter) sendStmt(s *ast.SendStmt, at token.Pos) {
	if r.calls(s.Chan, s.Value) {
		r.before(s, at, s)
		r.sendByChoice(s)
		return
	}
	r.ahead(s, at, s.Chan, s.Value)
	r.open(s.Pos(), r.call("Before", s.Pos())+", ")
	r.close(s.Chan.End(), ")")
	r.close(s.End(), ";"+r.call("Back", s.Pos())+")")
	r.exprs(s.Chan)
	r.exprs(s.Value)
}

// sendByChoice turns a send into a choice among one case, which is a single
// expression and evaluates channel and value before its step.
func (r *rewriter) sendByChoice(s *ast.SendStmt) {
	r.open(s.Pos(), r.call("Select", s.Pos())+", "+no+", "+r.step+".Send(")
	r.exprs(s.Chan)
	r.replace(s.Chan.End(), s.Value.Pos(), ")(")
	r.close(s.End(), "))")
	r.exprs(s.Value)
}

// isGosched reports whether call is runtime.Gosched(), under the name that the
// file imports runtime under, and nothing local hides it.
func (r *rewriter) isGosched(call *ast.CallExpr) bool {
	f, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "Gosched" || r.gosched == "" || len(call.Args) > 0 {
		return false
	}
	pkg, ok := f.X.(*ast.Ident)
	return ok && pkg.Name == r.gosched && pkg.Obj == nil
}

// closed returns the channel that call closes, or nil if it is not a call of the
// predeclared close.
func closed(call *ast.CallExpr) ast.Expr {
	f, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if ok && f.Name == "close" && f.Obj == nil && len(call.Args) == 1 && !call.Ellipsis.IsValid() {
		return call.Args[0]
	}
	return nil
}

// commaOK returns the receive on the right side of `v, ok = <-ch`, or nil.
func commaOK(left int, right []ast.Expr) *ast.UnaryExpr {
	if left != 2 || len(right) != 1 {
		return nil
	}
	return receive(right[0])
}

// receive returns x if it is a receive, which may stand in parentheses, or nil.
func receive(x ast.Expr) *ast.UnaryExpr {
	if rx, ok := ast.Unparen(x).(*ast.UnaryExpr); ok && rx.Op == token.ARROW {
		return rx
	}
	return nil
}
