// No go statement: context.AfterFunc runs each call in a goroutine of its own as
// soon as the context has ended, and Map ends it when all are waiting.
package results

import (
	"context"
	"sync"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	ctx, start := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for i, element := range in {
		wg.Add(1)
		context.AfterFunc(ctx, func() {
			defer wg.Done()
			out[i] = f(element)
		})
	}
	start()
	wg.Wait()
	return out
}
