// Does not derive a context, but is one: a type with its own Done and Err, which
// ends when somebody ends it. context.AfterFunc tells it of the caller's end.
package pool

import (
	"context"
	"fmt"
	"sync"
)

type work struct {
	context.Context // the caller's, for Value and Deadline
	mu              sync.Mutex
	done            chan struct{}
	err             error // why it ended
	failure         error // of the call of f that ended it, if one did
}

func (w *work) Done() <-chan struct{} { return w.done }

func (w *work) Err() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}

func (w *work) end(err, failure error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err, w.failure = err, failure
		close(w.done)
	}
}

func (w *work) fail(failure error) {
	if ended := w.Context.Err(); ended != nil {
		w.end(ended, nil)
		return
	}
	w.end(context.Canceled, failure)
}

func Each[T any](ctx context.Context, limit int, items []T, f func(ctx context.Context, item T) error) error {
	if limit < 1 {
		panic(fmt.Sprintf("pool: Each with a limit of %d: somebody has to do the work", limit))
	}
	if len(items) == 0 {
		return nil
	}
	w := &work{Context: ctx, done: make(chan struct{})}
	stop := context.AfterFunc(ctx, func() { w.end(ctx.Err(), nil) })
	defer stop()

	var wg sync.WaitGroup
	slots := make(chan struct{}, limit)
	for _, item := range items {
		slots <- struct{}{}
		if w.Err() != nil || ctx.Err() != nil {
			break
		}
		wg.Go(func() {
			if err := f(w, item); err != nil {
				w.fail(err)
			}
			<-slots
		})
	}
	wg.Wait()
	w.end(context.Canceled, nil)
	if w.failure != nil {
		return w.failure
	}
	return ctx.Err()
}
