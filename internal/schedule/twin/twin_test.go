// Package twin_test holds the twins to the originals' names.
package twin_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// exported returns the exported functions, types and methods of a directory.
func exported(t *testing.T, dir string) map[string]bool {
	names := map[string]bool{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if d.Recv != nil {
					name = receiver(d.Recv.List[0].Type) + "." + name
				}
				names[name] = true
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						names[s.Name.Name] = true
					}
				}
			}
		}
	}
	for name := range names {
		first, method, _ := strings.Cut(name, ".")
		if !ast.IsExported(first) || method != "" && !ast.IsExported(method) {
			delete(names, name)
		}
	}
	return names
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func TestTheTwinsHaveEverything(t *testing.T) {
	for original, twin := range map[string]string{"maps": "maps", "sync": "sync", "sync/atomic": "atomic"} {
		have := exported(t, twin)
		dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", original).Output()
		require.NoError(t, err)
		want := exported(t, strings.TrimSpace(string(dir)))
		require.NotEmpty(t, want)
		for name := range want {
			if !have[name] {
				t.Errorf("%s has %s, its twin has not", original, name)
			}
		}
	}
}
