package rewrite

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// goStmt tells the explorer the line on which the next goroutine is started,
// and gives the new goroutine a guard, which keeps a panic in it from ending
// the program. A literal has room for the guard; another function gets a
// literal around its call:
//
//	go work(jobs, 3)           {_step0, _ := jobs, 3; _step.Go("f.go:1"); go func() {defer _step.Guard("f.go:1");work(_step0, 3)}()}
//
// Function and arguments are evaluated where the go statement does it.
func (r *rewriter) goStmt(s *ast.GoStmt, at token.Pos) {
	guard := "defer " + r.call("Guard", s.Pos()) + ");"
	start := r.call("Go", s.Pos()) + ");"
	if c := closed(s.Call); c != nil {
		// The new goroutine's step must run in it, and the channel be
		// evaluated before it starts.
		ch := r.step + "0"
		r.open(at, "{")
		r.replace(s.Pos(), c.Pos(), ch+" := ")
		r.exprs(c)
		r.replace(c.End(), s.End(), "; "+start+" go func() {"+guard+r.call("Close", s.Pos())+"); close("+ch+")}()}")
		return
	}
	if f, ok := ast.Unparen(s.Call.Fun).(*ast.FuncLit); ok {
		r.open(at, start)
		r.open(f.Body.Lbrace+1, guard)
		r.exprs(s.Call)
		return
	}
	if !r.guardable(s.Call) {
		r.open(at, start)
		r.exprs(s.Call)
		return
	}
	r.wrapped(s, at, start, guard)
}

// guardCallbacks gives a guard to a literal that context.AfterFunc or
// time.AfterFunc will start in a goroutine.
func (r *rewriter) guardCallbacks(call *ast.CallExpr) {
	f, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "AfterFunc" {
		return
	}
	for _, arg := range call.Args {
		if literal, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			r.open(literal.Body.Lbrace+1, "defer "+r.call("Guard", call.Pos())+");")
		}
	}
}

// wrapped puts a literal with a guard around the call of a go statement.
func (r *rewriter) wrapped(s *ast.GoStmt, at token.Pos, start, guard string) {
	var names, operands []string // what is evaluated now, and what the call is made of later
	assign := " = "
	evaluate := func(x ast.Expr, same bool) {
		if !same {
			name := fmt.Sprint(r.step, len(names))
			names, operands = append(names, name), append(operands, name)
			assign = " := "
			r.exprs(x)
			return
		}
		// It stays in the list so that the commas around it stay right.
		names, operands = append(names, "_"), append(operands, r.moved(x))
		r.replace(x.Pos(), x.End(), "0")
	}
	f, named := ast.Unparen(s.Call.Fun).(*ast.Ident)
	elsewhere := named && f.Obj == nil // declared in another file: most likely a function
	evaluate(s.Call.Fun, elsewhere || r.sameLater(s.Call.Fun))
	for _, arg := range s.Call.Args {
		evaluate(arg, r.sameLater(arg))
	}
	last, comma := s.Call.Lparen+1, ""
	if n := len(s.Call.Args); n > 0 {
		last, comma = s.Call.Args[n-1].End(), ", "
	}
	args := strings.Join(operands[1:], ", ")
	if s.Call.Ellipsis.IsValid() {
		args += "..."
	}
	r.open(at, "{")
	r.replace(s.Pos(), s.Call.Fun.Pos(), strings.Join(names, ", ")+assign)
	r.replace(s.Call.Fun.End(), s.Call.Lparen+1, comma)
	r.replace(last, s.End(), "; "+start+" go func() {"+guard+operands[0]+"("+args+")}()}")
}

// guardable reports whether a call can be taken apart by its syntax alone. A
// predeclared function is no value, and f(g()) may pass on several results of g.
func (r *rewriter) guardable(call *ast.CallExpr) bool {
	if f, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && f.Obj == nil && slices.Contains(predeclared, f.Name) {
		return false
	}
	if len(call.Args) != 1 {
		return true
	}
	g, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
	if !ok {
		return true
	}
	switch f := ast.Unparen(g.Fun).(type) {
	case *ast.Ident:
		if f.Obj == nil { // a conversion, make, len, …
			return slices.Contains(basicTypes, f.Name) || slices.Contains(builtins, f.Name) || slices.Contains(numbersAndSlices, f.Name)
		}
		decl, ok := f.Obj.Decl.(*ast.FuncDecl)
		return ok && decl.Type.Results.NumFields() == 1
	case *ast.ArrayType, *ast.MapType, *ast.ChanType: // conversions
		return true
	}
	return false
}

// predeclared are the functions that can be called and not be assigned.
var predeclared = append([]string{"close", "panic", "print", "println", "recover", "cap", "len"}, builtins...)

// sameLater reports whether x means the same in the new goroutine as in the go
// statement: a constant, which has no type yet and would get the wrong one in
// a variable, nil, or a declared function, which may be generic.
func (r *rewriter) sameLater(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		if x.Obj == nil {
			return x.Name == "nil" || x.Name == "true" || x.Name == "false"
		}
		return x.Obj.Kind == ast.Con || x.Obj.Kind == ast.Fun
	case *ast.SelectorExpr: // math.MaxInt, slices.Sort
		pkg, ok := x.X.(*ast.Ident)
		return ok && pkg.Obj == nil && slices.ContainsFunc(r.tree.Imports, func(spec *ast.ImportSpec) bool {
			return importName(spec) == pkg.Name
		})
	case *ast.UnaryExpr:
		return (x.Op == token.SUB || x.Op == token.ADD || x.Op == token.XOR || x.Op == token.NOT) && r.sameLater(x.X)
	case *ast.BinaryExpr:
		return r.sameLater(x.X) && r.sameLater(x.Y)
	}
	return false
}
