package bench

import (
	"context"
	"sync"
	"testing"

	"github.com/alitto/pond/v2"
	"github.com/sourcegraph/conc"
	conclimit "github.com/sourcegraph/conc/pool"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	line "example.com/backpressure/solutions/01-backpressure/2-line"
	counter "example.com/backpressure/solutions/02-waitgroup/4-counter"
	pool "example.com/backpressure/solutions/03-combined/1-pool"
)

// Board is a guest who finds a seat, and leaves again.
func BenchmarkBoard(b *testing.B) {
	ctx := context.Background()
	b.Run("of=Line", func(b *testing.B) {
		l := line.New(1, 10)
		b.ReportAllocs()
		for b.Loop() {
			if err := l.Board(ctx); err != nil {
				b.Fatal(err)
			}
			l.Leave()
		}
	})
	b.Run("of=xsync", func(b *testing.B) {
		s := semaphore.NewWeighted(1)
		b.ReportAllocs()
		for b.Loop() {
			if err := s.Acquire(ctx, 1); err != nil {
				b.Fatal(err)
			}
			s.Release(1)
		}
	})
}

// The work of BenchmarkPool: a hundred items, eight at a time.
const (
	items   = 100
	atATime = 8
)

func work(n int) int {
	for i := range 1000 {
		n = n*31 + i
	}
	return n
}

var sink [items]int // so that the compiler leaves the work in

// Pool is a hundred small pieces of work under a limit.
func BenchmarkPool(b *testing.B) {
	all := make([]int, items)
	for i := range all {
		all[i] = i
	}
	for name, each := range map[string]func(){
		"Each": func() {
			_ = pool.Each(context.Background(), atATime, all, func(_ context.Context, i int) error {
				sink[i] = work(i)
				return nil
			})
		},
		"xsync": func() {
			g, _ := errgroup.WithContext(context.Background())
			g.SetLimit(atATime)
			for _, i := range all {
				g.Go(func() error { sink[i] = work(i); return nil })
			}
			_ = g.Wait()
		},
		"conc": func() {
			p := conclimit.New().WithMaxGoroutines(atATime).WithContext(context.Background())
			for _, i := range all {
				p.Go(func(context.Context) error { sink[i] = work(i); return nil })
			}
			_ = p.Wait()
		},
		"pond": func() {
			p := pond.NewPool(atATime)
			for _, i := range all {
				p.Submit(func() { sink[i] = work(i) })
			}
			p.StopAndWait()
		},
	} {
		b.Run("of="+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				each()
			}
		})
	}
}

// Count is a hundred goroutines that are waited for.
func BenchmarkCount(b *testing.B) {
	for name, all := range map[string]func(){
		"sync": func() {
			var wg sync.WaitGroup
			for i := range items {
				wg.Go(func() { sink[i] = i })
			}
			wg.Wait()
		},
		"WaitGroup": func() {
			var wg counter.WaitGroup
			for i := range items {
				wg.Go(func() { sink[i] = i })
			}
			wg.Wait()
		},
		"conc": func() {
			var wg conc.WaitGroup
			for i := range items {
				wg.Go(func() { sink[i] = i })
			}
			wg.Wait()
		},
	} {
		b.Run("of="+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				all()
			}
		})
	}
}
