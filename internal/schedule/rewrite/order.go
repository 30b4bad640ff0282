package rewrite

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// builtins are the predeclared functions that concern no other goroutine. Not
// among them: close wakes others, and a panic ends in other people's code.
var builtins = []string{"append", "clear", "complex", "copy", "delete", "imag", "make", "max", "min", "new", "real"}

// calls reports whether the evaluation of parts may run code or wait elsewhere.
func (r *rewriter) calls(parts ...ast.Node) bool { return len(r.events(parts...)) > 0 }

// events returns what in parts may concern other goroutines: calls, sends and
// receives, and looks at how full a channel is.
func (r *rewriter) events(parts ...ast.Node) []ast.Node {
	var found []ast.Node
	for _, part := range parts {
		if part == nil {
			continue
		}
		ast.Inspect(part, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.CallExpr:
				if !r.harmless(n) {
					found = append(found, n)
				}
			case *ast.UnaryExpr:
				if n.Op == token.ARROW {
					found = append(found, n)
				}
			case *ast.SendStmt:
				found = append(found, n)
			}
			return true
		})
	}
	return found
}

// twinMethods wake nobody but through a twin, of which the explorer hears.
var twinMethods = []string{
	"Lock", "Unlock", "RLock", "RUnlock", "TryLock", "TryRLock", "Done", "Signal", "Broadcast",
	"Add", "And", "CompareAndSwap", "Load", "Or", "Store", "Swap",
}

// isTwin reports whether n is a call of what looks like a twin's method or an
// atomic function (AddInt64, …).
func isTwin(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && slices.Contains(twinMethods, atomicSuffix.ReplaceAllString(f.Sel.Name, ""))
}

var atomicSuffix = regexp.MustCompile("(Int32|Int64|Uint32|Uint64|Uintptr|Pointer)$")

// asksContext reports whether n looks like a call that ends a context, or asks
// one whether it has ended. A context synchronises inside the standard library,
// where there is no twin.
func asksContext(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return f.Name == "stop" || strings.HasPrefix(f.Name, "cancel")
	case *ast.SelectorExpr:
		return f.Sel.Name == "Err" && len(call.Args) == 0 || strings.HasPrefix(f.Sel.Name, "cancel")
	}
	return false
}

// harmless reports whether call is a conversion or a call of a predeclared
// function that neither runs other code nor reads a channel.
func (r *rewriter) harmless(call *ast.CallExpr) bool {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.ArrayType, *ast.MapType, *ast.ChanType, *ast.FuncType, *ast.InterfaceType:
		return true
	case *ast.Ident:
		if f.Obj != nil {
			return f.Obj.Kind == ast.Typ
		}
		if f.Name == "len" || f.Name == "cap" {
			return !r.readsLength(call)
		}
		return slices.Contains(builtins, f.Name) || slices.Contains(basicTypes, f.Name)
	}
	return false
}

// readsMemory reports whether the evaluation of parts reads a field, an element,
// or what a pointer points to.
func readsMemory(parts ...ast.Node) bool {
	found := false
	var look func(n ast.Node) bool
	look = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if f, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok { // a method, or a package's function
				ast.Inspect(f.X, look)
				for _, arg := range n.Args {
					ast.Inspect(arg, look)
				}
				return false
			}
		case *ast.SelectorExpr, *ast.IndexExpr, *ast.StarExpr:
			found = true
		}
		return !found
	}
	for _, part := range parts {
		if part != nil {
			ast.Inspect(part, look)
		}
	}
	return found
}

// receivesFirst reports whether the first thing that parts do, when they are
// evaluated in order and for certain, is a receive rather than a call.
func receivesFirst(parts ...ast.Node) bool {
	receives, decided := false, false
	var look func(n ast.Node) bool
	look = func(n ast.Node) bool {
		if decided {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				ast.Inspect(n.X, look)
				return false
			}
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				ast.Inspect(n.X, look)
				receives, decided = receives || !decided, true
				return false
			}
		case *ast.CallExpr:
			ast.Inspect(n.Fun, look)
			for _, arg := range n.Args {
				ast.Inspect(arg, look)
			}
			decided = true
			return false
		}
		return true
	}
	for _, part := range parts {
		if part != nil {
			ast.Inspect(part, look)
		}
	}
	return receives
}
