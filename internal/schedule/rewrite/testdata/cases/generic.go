package cases

import (
	"fmt"
	"sync"
)

type number interface{ ~int | ~float64 }

func sum[C ~chan N, N number](ch C) (total N) {
	for v := range ch {
		total += v
	}
	return total
}

func first[C ~chan T, T any](ch C) (T, bool) {
	select {
	case v, ok := <-ch:
		return v, ok
	}
}

func second[C ~chan T, T any](ch C) (v T, ok bool) {
	<-ch
	if v, ok := <-ch; ok {
		return v, ok
	}
	v, ok = <-ch
	return
}

func offer[C ~chan<- T | ~chan T, T any](ch C, v T) bool {
	select {
	case ch <- v:
		return true
	default:
		return false
	}
}

func put[C chan int | chan<- int](ch C) { ch <- 1; ch <- len("ab"); close(ch) }

func take[C chan int | <-chan int](ch C) int { return <-ch }

type stack[T any] struct {
	mu    sync.Mutex
	items []T
}

func (s *stack[T]) push(v T) { s.mu.Lock(); defer s.mu.Unlock(); s.items = append(s.items, v) }

func (s *stack[T]) drain() <-chan T {
	out := make(chan T, len(s.items))
	go func() {
		defer close(out)
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, v := range s.items {
			out <- v
		}
	}()
	return out
}

type meters int
type pipe chan meters

func CaseGenericChannels() {
	p := make(pipe, 3)
	p <- 1
	p <- 2
	fmt.Println(first(p))
	close(p)
	fmt.Println(sum(p))
	fmt.Println(second(filled("a", "b")))
	c := make(chan string, 1)
	fmt.Println(offer(c, "x"), offer(c, "y"))
	d := make(chan int, 2)
	put(d)
	fmt.Println(take(d), take((<-chan int)(d)))
}

func CaseGenericTypes() {
	var s stack[meters]
	s.push(3)
	s.push(4)
	for v := range s.drain() {
		fmt.Printf("%T %v\n", v, v)
	}
}

func mapAll[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	var wg sync.WaitGroup
	for i, x := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(x)
		}()
	}
	wg.Wait()
	return out
}

func CaseGenericFunctions() {
	fmt.Println(mapAll([]int{1, 2, 3}, func(n int) string { return fmt.Sprint(n * n) }))
}

type tree[T any] struct {
	left, right *tree[T]
	value       T
}

func (t *tree[T]) walk(ch chan<- T) {
	if t == nil {
		return
	}
	t.left.walk(ch)
	ch <- t.value
	t.right.walk(ch)
}

func CaseGenericTree() {
	t := &tree[int]{&tree[int]{nil, nil, 1}, nil, 2}
	ch := make(chan int)
	go func() { defer close(ch); t.walk(ch) }()
	for v := range ch {
		fmt.Println(v)
	}
}
