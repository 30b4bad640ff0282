package mutate

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Compiling returns a mutant as the compiler takes it, and false when it does
// not. A variable or an import that nobody uses any more gets a use that does
// nothing: else a "defer cancel()" could never be taken out.
func (m Mutant) Compiling(original []byte) (Mutant, bool) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", m.Text, 0)
	if err != nil {
		return m, false
	}
	errs := checkTypes(set, file, nil)
	if len(errs) == 0 {
		return m, true
	}
	text := slices.Clone(m.Text)
	for _, e := range slices.Backward(errs) { // the last first, so that the offsets before it stay
		if !e.Soft {
			return m, false
		}
		if use, isImport := useOfImport(string(original), file, e.Pos); isImport {
			text = append(text, use...)
			continue
		}
		name := identifier.Find(m.Text[set.Position(e.Pos).Offset:])
		at := set.Position(afterDeclaration(file, e.Pos)).Offset
		text = slices.Insert(text, at, fmt.Appendf(nil, "; _ = %s; ", name)...)
	}
	set = token.NewFileSet()
	file, err = parser.ParseFile(set, "", text, 0)
	if err != nil || len(checkTypes(set, file, nil)) > 0 {
		return m, false
	}
	m.Text = text
	return m, true
}

var identifier = regexp.MustCompile(`^\w+`)

// afterDeclaration returns the first place where the variable that is declared
// at pos could be used in a statement.
func afterDeclaration(file *ast.File, pos token.Pos) (place token.Pos) {
	within := func(n ast.Node) bool { return n.Pos() <= pos && pos < n.End() }
	inList := func(list []ast.Stmt) {
		for _, s := range list {
			if within(s) {
				place = s.End()
			}
		}
	}
	inHead := func(body token.Pos) {
		if pos < body {
			place = body + 1
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || !within(n) {
			return false
		}
		switch n := n.(type) {
		case *ast.BlockStmt:
			inList(n.List)
		case *ast.CaseClause:
			inList(n.Body)
		case *ast.CommClause:
			inList(n.Body)
			inHead(n.Colon)
		case *ast.IfStmt:
			inHead(n.Body.Lbrace)
		case *ast.ForStmt:
			inHead(n.Body.Lbrace)
		case *ast.RangeStmt:
			inHead(n.Body.Lbrace)
		}
		return true
	})
	return place
}

// useOfImport returns a declaration that uses the import at pos as the original
// does.
func useOfImport(original string, file *ast.File, pos token.Pos) (use string, isImport bool) {
	for _, spec := range file.Imports {
		if pos < spec.Pos() || spec.End() <= pos {
			continue
		}
		path, _ := strconv.Unquote(spec.Path.Value)
		pkg, err := std.Import(path)
		if err != nil {
			return "", true
		}
		local := pkg.Name()
		if spec.Name != nil {
			local = spec.Name.Name
		}
		for _, match := range regexp.MustCompile(`\b`+local+`\.([A-Z]\w*)`).FindAllStringSubmatch(original, -1) {
			switch pkg.Scope().Lookup(match[1]).(type) {
			case *types.TypeName:
				return fmt.Sprintf("\nvar _ %s\n", match[0]), true
			case *types.Func, *types.Var, *types.Const:
				return fmt.Sprintf("\nvar _ = %s\n", match[0]), true
			}
		}
		return "", true
	}
	return "", false
}

// checkTypes returns what the compiler would complain about in a file that is a
// package of its own. Soft complaints are those of what is not used.
func checkTypes(set *token.FileSet, file *ast.File, info *types.Info) (errs []types.Error) {
	config := types.Config{Importer: std, Error: func(err error) {
		errs = append(errs, err.(types.Error)) //nolint:errorlint // go/types promises that type
	}}
	_, _ = config.Check(file.Name.Name, set, []*ast.File{file}, info) // it returns the first of errs
	return errs
}

// std imports packages of the standard library. It is not safe for concurrent
// use.
var std = standardLibrary()

func standardLibrary() types.Importer {
	if build.Default.GOROOT == "" { // this was built with -trimpath, and does not know where Go is
		if root, err := exec.Command("go", "env", "GOROOT").Output(); err == nil {
			build.Default.GOROOT = strings.TrimSpace(string(root))
		}
	}
	return importer.Default()
}
