// A group with Go and Wait, as in golang.org/x/sync/errgroup, without the
// errors.
package tasks

import "sync"

func Run(tasks ...func()) {
	var g group
	for _, task := range tasks {
		g.Go(task)
	}
	g.Wait()
}

type group struct{ wg sync.WaitGroup }

func (g *group) Go(f func()) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		f()
	}()
}

func (g *group) Wait() { g.wg.Wait() }
