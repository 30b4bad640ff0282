package cases

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

var errFull = errors.New("full")

type ride struct {
	mu    sync.Mutex
	taken int
	seats int
}

func (r *ride) Board() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.taken >= r.seats {
		return errFull
	}
	r.taken++
	return nil
}

func (r *ride) Leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.taken == 0 {
		panic("ride: nobody is aboard")
	}
	r.taken--
}

func CaseRideMutex() {
	r := ride{seats: 2}
	var full atomic.Int32
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			if r.Board() != nil {
				full.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(full.Load(), r.taken)
	r.Leave()
	r.Leave()
	defer func() { fmt.Println(recover()) }()
	r.Leave()
}

type tokens chan struct{}

func (t tokens) Board() error {
	select {
	case t <- struct{}{}:
		return nil
	default:
		return errFull
	}
}

func (t tokens) Leave() {
	select {
	case <-t:
	default:
		panic("ride: nobody is aboard")
	}
}

func CaseRideTokens() {
	t := make(tokens, 1)
	fmt.Println(t.Board(), t.Board())
	t.Leave()
	fmt.Println(t.Board(), len(t), cap(t))
	if len(t) == cap(t) {
		fmt.Println("full")
	}
}

type compareAndSwap struct{ n atomic.Int64 }

func (c *compareAndSwap) Board(seats int64) bool {
	for {
		n := c.n.Load()
		if n >= seats {
			return false
		}
		if c.n.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func CaseRideCompareAndSwap() {
	var c compareAndSwap
	fmt.Println(c.Board(1), c.Board(1))
}

type embedded struct {
	sync.RWMutex
	*sync.Once
	count map[string]int
}

func CaseEmbedded() {
	e := embedded{Once: new(sync.Once), count: map[string]int{}}
	e.Lock()
	e.count["a"]++
	e.Unlock()
	e.RLock()
	defer e.RUnlock()
	e.Do(func() { fmt.Println("once", e.count) })
	e.Once.Do(func() { fmt.Println("never") })
}

func withLock(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

func CaseLockerAndMethodValues() {
	var mu sync.Mutex
	withLock(&mu, func() { fmt.Println(mu.TryLock()) })
	lock, unlock := mu.Lock, (*sync.Mutex).Unlock
	lock()
	unlock(&mu)
	locks := map[string]*sync.Mutex{"a": {}}
	locks["a"].Lock()
	locks["a"].Unlock()
}

func CaseCond() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Broadcast()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	fmt.Println(ready)
}

func CaseOwner() {
	type request struct {
		delta int
		reply chan<- int
	}
	requests := make(chan request)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		n := 0
		for {
			select {
			case r := <-requests:
				n += r.delta
				r.reply <- n
			case <-stop:
				return
			}
		}
	}()
	for i := range 3 {
		reply := make(chan int)
		requests <- request{delta: i, reply: reply}
		fmt.Println(<-reply)
	}
	close(stop)
	<-stopped
}

func CaseWorkers() {
	jobs, results := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- j * j
			}
		}()
	}
	go func() {
		for j := range 10 {
			jobs <- j
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	total := 0
	for r := range results {
		total += r
	}
	var m sync.Map
	m.Store("total", total)
	v, ok := m.Load("total")
	var p atomic.Pointer[ride]
	p.Store(&ride{seats: 3})
	fmt.Println(v, ok, p.Load().seats)
}
