// A small group type of its own, as errgroup has one, with a WaitGroup inside that
// is passed on by pointer. Map counts itself, so that the count never is zero early.
package results

import "sync"

type group struct{ wg sync.WaitGroup }

func newGroup() *group {
	g := new(group)
	g.wg.Add(1)
	return g
}

func (g *group) run(f func()) {
	g.wg.Add(1)
	go func(wg *sync.WaitGroup) {
		defer wg.Done()
		f()
	}(&g.wg)
}

func (g *group) wait() {
	g.wg.Done()
	g.wg.Wait()
}

func Map[In, Out any](in []In, f func(In) Out) []Out {
	g := newGroup()
	out := make([]*Out, len(in))
	for i := range in {
		out[i] = new(Out)
		g.run(func() { *out[i] = f(in[i]) })
	}
	g.wait()
	values := make([]Out, len(in), 2*len(in)+1)
	for i, value := range out {
		values[i] = *value
	}
	return values
}
