package mutate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// fragile is a source from which everything that a mutator knows can be taken.
const fragile = `package fragile

import "sync"

type gate[T any] struct{ mu sync.Mutex }

func (g *gate[T]) enter(free chan T, n, limit int) bool {
	defer g.mu.Unlock() // whatever happens
	g.mu.Lock()
	if n >= limit || free == nil {
		return false
	}
	go func() {
		// It takes a while.
		println()
	}()
	select {
	case <-free:
	default:
		free = make(chan T, limit)
	}
	var wg sync.WaitGroup
	wg.Go(func() { println() })
	return true
}

func hand(over int) {
	sent, closed := make(chan int), make(chan bool)
	sent <- over
	close(closed)
}
`

func TestAMutantLacksOneThing(t *testing.T) {
	found, err := Mutants([]byte(fragile))
	require.NoError(t, err)
	lines := make(map[string]string)
	for _, m := range found {
		what := strings.TrimPrefix(m.Name, "gate.enter: ")
		require.NotContains(t, lines, what, "two mutants of one name")
		require.Equal(t, strings.Count(fragile, "\n"), strings.Count(string(m.Text), "\n"), "%s: the lines should keep their numbers", m.Name)
		lines[what] = strings.TrimSpace(strings.Split(string(m.Text), "\n")[m.line-1])
	}
	require.Equal(t, map[string]string{
		"limit+1 for limit in free = make(chan T, limit)":               "free = make(chan T, (limit+1))",
		"limit+1 for limit in if n >= limit || free == nil {":           "if n >= (limit+1) || free == nil {",
		"limit-1 for limit in free = make(chan T, limit)":               "free = make(chan T, (limit-1))",
		"limit-1 for limit in if n >= limit || free == nil {":           "if n >= (limit-1) || free == nil {",
		"not deferred: defer g.mu.Unlock()":                             "g.mu.Unlock() // whatever happens",
		"without Go: wg.Go(func() { println() })":                       "(func() { println() })()",
		"without case <-free:":                                          "",
		"without default: …":                                            "",
		"without defer g.mu.Unlock()":                                   "// whatever happens",
		"without free = make(chan T, limit)":                            "",
		"without free == nil in n >= limit || free == nil":              "if n >= limit {",
		"without g.mu.Lock()":                                           "",
		"without go func() { …":                                         "",
		"without go: go func() { …":                                     "func() {",
		"without if n >= limit || free == nil { …":                      "",
		"without n >= limit in n >= limit || free == nil":               "if free == nil {",
		"without println()":                                             "",
		"without println() (2)":                                         "wg.Go(func() {  })",
		"without return true":                                           "",
		"without select { …":                                            "",
		"without var wg sync.WaitGroup":                                 "",
		"without wg.Go(func() { println() })":                           "",
		"hand: make(chan int) with a buffer of 1":                       "sent, closed := make(chan int, 1), make(chan bool)",
		"hand: without sent, closed := make(chan int), make(chan bool)": "",
		"hand: without sent <- over":                                    "",
		"hand: without close(closed)":                                   "",
	}, lines)
}

func TestWhatIsNotUsedAnyMoreCompiles(t *testing.T) {
	const original = "package p\n\nimport (\n\t\"context\"\n\t\"fmt\"\n)\n\n" +
		"func f(ctx context.Context, names []string) error {\n" +
		"\tctx, cancel := context.WithCancel(ctx)\n" +
		"\tdefer cancel()\n" +
		"\tfor i, name := range names {\n" +
		"\t\tfmt.Println(i, name)\n" +
		"\t}\n" +
		"\treturn ctx.Err()\n}\n"
	for _, c := range []struct{ without, uses string }{
		{"\tdefer cancel()", "context.WithCancel(ctx); _ = cancel; \n"},
		{"\t\tfmt.Println(i, name)", "range names {; _ = i; ; _ = name; \n"},
		{"\t\tfmt.Println(i, name)", "}\n\nvar _ = fmt.Println\n"},
	} {
		m, ok := Mutant{Text: []byte(strings.Replace(original, c.without, "", 1))}.Compiling([]byte(original))
		require.True(t, ok, c.without)
		require.Contains(t, string(m.Text), c.uses)
	}
	_, ok := Mutant{Text: []byte(strings.Replace(original, "\treturn ctx.Err()", "", 1))}.Compiling([]byte(original))
	require.False(t, ok, "a function without its return")
}
