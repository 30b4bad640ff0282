// A small group in the manner of errgroup: forwarders return an error, the first
// error ends the ctx that all of them share, and nobody asks for it.
package merge

import (
	"context"
	"sync"
)

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	cancel context.CancelCauseFunc
}

func withContext(ctx context.Context) (*group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &group{cancel: cancel}, ctx
}

func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.cancel(err) })
		}
	}()
}

func (g *group) Wait() {
	g.wg.Wait()
	g.cancel(nil)
}

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	g, ctx := withContext(ctx)
	for _, input := range inputs {
		g.Go(func() error {
			for {
				value, open, err := receive(ctx, input)
				if err != nil || !open {
					return err
				}
				if err := send(ctx, output, value); err != nil {
					return err
				}
			}
		})
	}
	go func() {
		g.Wait()
		close(output)
	}()
	return output
}

func receive[T any](ctx context.Context, from <-chan T) (value T, open bool, err error) {
	select {
	case value, open = <-from:
		return value, open, nil
	case <-ctx.Done():
		return value, false, ctx.Err()
	}
}

func send[T any](ctx context.Context, to chan<- T, value T) error {
	select {
	case to <- value:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
