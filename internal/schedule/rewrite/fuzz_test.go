package rewrite_test

import (
	"go/parser"
	"go/token"
	"testing"

	"example.com/backpressure/internal/schedule/rewrite"
)

// Whatever parses can be rewritten, and parses then.
func FuzzFile(f *testing.F) {
	for _, file := range programs(f) {
		f.Add(read(f, file))
	}
	for _, src := range pieces {
		f.Add([]byte("package p\n\nfunc f() {\n" + src + "\n}\n"))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		out, err := rewrite.File("p.go", src)
		if err != nil {
			return
		}
		if _, err := parser.ParseFile(token.NewFileSet(), "p.go", out, 0); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	})
}

// pieces parse, though not all of them compile.
var pieces = []string{
	"x := <-<-c; _, _ = (<-c), <-<-<-c",
	"close(); close(a, b); close(a...); go close(); defer close(a, b); go close(/*\n*/ a, /*\n*/)",
	"if <-c; <-c {} else if c <- 1; close(c) {} else {}",
	"for ; ; c <- 1 {}; for <-c {}; for x := <-c; x; {}; for ; a; /*\n;*/ {}",
	"select { case x[<-y], z = <-func() chan int { a() // b\n b()\n return c }(): d() }",
	"select { case (<-c): case x.y = <-c: default: } ; select {}; select { default: select {} }",
	"L: ; goto L; M: for { break M }; N: switch { case <-c: continue N }; O: P: go f()",
	"select { case c: case a - b: }; select { case x += <-c: case a, b, c = <-d: }; select { case <-c: fallthrough; default: }",
	"for range c {}; for x = range <-c {}; for a[<-c], b = range f(<-c) {}; for i := range 3 {}",
	"switch v, ok := <-c; x := (<-v).(type) { case int, chan<- (<-chan int): }",
	"var a, b = <-c; var (d, e = (<-c); g = func() { <-c }); type t struct{ f [len(x)]func() }",
	"c <- func() { c <- <-c }; (<-c) <- <-c; <-c <- 1; *p <- `\n`; c <- ''",
	"_step0, _step := 1, 2; go func() { defer f(<-c)() }(<-c)",
}
