// The forwarders hand their values to one collector, which alone talks to the
// reader, and alone closes the output. A forwarder takes the next value only when the
// collector says that the one before is out: otherwise each of the two would hold one.
package merge

import (
	"context"
	"sync"
)

type parcel[T any] struct {
	value T
	out   chan<- struct{}
}

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	parcels, output := make(chan parcel[T]), make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(inputs))
	for _, input := range inputs {
		go func() {
			defer wg.Done()
			out := make(chan struct{}, 1)
			for {
				var p parcel[T]
				var open bool
				select {
				case p.value, open = <-input:
				case <-ctx.Done():
				}
				if !open {
					return
				}
				p.out = out
				select {
				case parcels <- p:
				case <-ctx.Done():
					return
				}
				select {
				case <-out:
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(parcels)
	}()
	go func() {
		defer close(output)
		for p := range parcels {
			select {
			case output <- p.value:
				p.out <- struct{}{}
			case <-ctx.Done():
				return
			}
		}
	}()
	return output
}
