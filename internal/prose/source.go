package prose

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// Source returns the text that a name such as "docs/x/main.go#Ride.Board"
// stands for: that declaration of that file, without its comment, or the whole
// file when there is no "#". The path is relative to root.
func Source(root, name string) (string, error) {
	file, symbol, named := strings.Cut(name, "#")
	code, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil {
		return "", err
	}
	if !named {
		return string(code), nil
	}
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, code, 0)
	if err != nil {
		return "", err
	}
	for _, decl := range parsed.Decls {
		if declares(decl, symbol) {
			return string(code[fset.Position(decl.Pos()).Offset:fset.Position(decl.End()).Offset]) + "\n", nil
		}
	}
	return "", fmt.Errorf("%s declares no %s", file, symbol)
}

// declares reports whether a declaration is that of a symbol: "New", "Ride",
// "Ride.Board", "ErrFull".
func declares(decl ast.Decl, symbol string) bool {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		return symbol == receiver(decl)+decl.Name.Name
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Name.Name == symbol {
					return true
				}
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					if name.Name == symbol {
						return true
					}
				}
			}
		}
	}
	return false
}

// receiver returns "Ride." for a method of Ride or *Ride, "" for a function.
func receiver(decl *ast.FuncDecl) string {
	if decl.Recv == nil || len(decl.Recv.List) == 0 {
		return ""
	}
	typ := decl.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if index, ok := typ.(*ast.IndexExpr); ok { // a generic type
		typ = index.X
	}
	if name, ok := typ.(*ast.Ident); ok {
		return name.Name + "."
	}
	return ""
}
