package rewrite

import (
	"go/ast"
	"go/token"
	"slices"
)

// Is it a channel? Ranging over one and reading its length depend on the
// schedule, and deserve a Point; for any other range or length a Point would
// only multiply the schedules. The declarations in the file answer most
// questions. What they leave open may be a channel.

// basicTypes are the predeclared types.
var basicTypes = []string{
	"bool", "byte", "complex64", "complex128", "float32", "float64", "int", "int8", "int16", "int32", "int64",
	"rune", "string", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
}

// numbersAndSlices are the predeclared functions with a result that is neither a
// channel nor what make was asked for.
var numbersAndSlices = []string{"append", "cap", "copy", "len", "max", "min"}

// rangesOverChannel reports whether s may be a range over a channel.
func (r *rewriter) rangesOverChannel(s *ast.RangeStmt) bool {
	return s.Value == nil && r.mayBeChannel(s.X, 0)
}

// readsLength reports whether parts take the length or the capacity of what may
// be a channel.
func (r *rewriter) readsLength(parts ...ast.Node) bool {
	found := false
	for _, part := range parts {
		if part == nil {
			continue
		}
		ast.Inspect(part, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.CallExpr:
				f, ok := n.Fun.(*ast.Ident)
				if ok && (f.Name == "len" || f.Name == "cap") && f.Obj == nil && len(n.Args) == 1 {
					found = found || r.mayBeChannel(n.Args[0], 0)
				}
			}
			return true
		})
	}
	return found
}

// Declarations can refer to each other in circles, if only in wrong programs.
const farEnough = 20

// mayBeChannel reports whether the value of x may be a channel.
func (r *rewriter) mayBeChannel(x ast.Expr, depth int) bool {
	if depth > farEnough {
		return true
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.BasicLit, *ast.CompositeLit, *ast.FuncLit, *ast.BinaryExpr, *ast.SliceExpr:
		return false
	case *ast.UnaryExpr: // the parser notes the variable of a range as one, too
		return x.Op == token.ARROW || x.Op == token.RANGE
	case *ast.Ident:
		return r.variable(x, depth+1)
	case *ast.SelectorExpr:
		return r.member(x.Sel.Name, depth+1)
	case *ast.CallExpr:
		switch f := ast.Unparen(x.Fun).(type) {
		case *ast.Ident:
			if f.Name == "make" && f.Obj == nil && len(x.Args) > 0 {
				return r.channelType(x.Args[0], depth+1)
			}
			if f.Obj == nil && slices.Contains(numbersAndSlices, f.Name) {
				return false
			}
			return r.channelType(f, depth+1) // a conversion, or a function's result
		case *ast.SelectorExpr:
			return r.member(f.Sel.Name, depth+1)
		case *ast.ArrayType, *ast.MapType:
			return false
		}
	}
	return true
}

// variable reports whether the constant, variable or parameter of that name may
// be a channel.
func (r *rewriter) variable(name *ast.Ident, depth int) bool {
	if name.Obj == nil {
		return true
	}
	switch decl := name.Obj.Decl.(type) {
	case *ast.Field:
		return r.channelType(decl.Type, depth)
	case *ast.ValueSpec:
		if name.Obj.Kind == ast.Con {
			return false
		}
		if decl.Type != nil {
			return r.channelType(decl.Type, depth)
		}
		i := slices.IndexFunc(decl.Names, func(n *ast.Ident) bool { return n.Name == name.Name })
		return i < 0 || len(decl.Values) != len(decl.Names) || r.mayBeChannel(decl.Values[i], depth)
	case *ast.AssignStmt:
		i := slices.IndexFunc(decl.Lhs, func(x ast.Expr) bool {
			n, ok := x.(*ast.Ident)
			return ok && n.Name == name.Name
		})
		return i < 0 || len(decl.Rhs) != len(decl.Lhs) || r.mayBeChannel(decl.Rhs[i], depth)
	}
	return true
}

// member reports whether a field of that name, or the result of a method of that
// name, may be a channel: it is one in some type of the file, or it is in none.
func (r *rewriter) member(name string, depth int) bool {
	known, channel := false, false
	see := func(t ast.Expr) {
		known = true
		channel = channel || r.channelType(t, depth)
	}
	ast.Inspect(r.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.StructType:
			for _, field := range n.Fields.List {
				for _, id := range field.Names {
					if id.Name == name {
						see(field.Type)
					}
				}
			}
		case *ast.FuncDecl:
			if n.Recv != nil && n.Name.Name == name {
				see(n.Type)
			}
		}
		return true
	})
	return channel || !known
}

// channelType reports whether t, a type or the name of a function, may denote a
// channel type or have such a result.
func (r *rewriter) channelType(t ast.Expr, depth int) bool {
	if depth > farEnough {
		return true
	}
	switch t := ast.Unparen(t).(type) {
	case *ast.ArrayType, *ast.MapType, *ast.StructType, *ast.StarExpr, *ast.Ellipsis:
		return false
	case *ast.FuncType: // a call of it, or else a range over it, which receives nothing itself
		return t.Results != nil && len(t.Results.List) == 1 && r.channelType(t.Results.List[0].Type, depth+1)
	case *ast.InterfaceType: // a constraint: other interfaces have no length
		return true
	case *ast.UnaryExpr: // ~[]E
		return r.channelType(t.X, depth+1)
	case *ast.BinaryExpr: // []E | map[K]E
		return r.channelType(t.X, depth+1) || r.channelType(t.Y, depth+1)
	case *ast.IndexExpr:
		return r.channelType(t.X, depth+1)
	case *ast.IndexListExpr:
		return r.channelType(t.X, depth+1)
	case *ast.Ident:
		if t.Obj == nil {
			return !slices.Contains(basicTypes, t.Name)
		}
		switch decl := t.Obj.Decl.(type) {
		case *ast.TypeSpec:
			return r.channelType(decl.Type, depth+1)
		case *ast.FuncDecl:
			return r.channelType(decl.Type, depth+1)
		case *ast.Field: // a type parameter, or a parameter that is a function
			return r.channelType(decl.Type, depth+1)
		}
	}
	return true
}
