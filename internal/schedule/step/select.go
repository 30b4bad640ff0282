package step

import (
	"reflect"
	"unsafe"
)

// A Case is one case of a select.
type Case interface {
	try() bool // do it, if it is ready
	do()       // do it, blocking
	wait() reflect.SelectCase
	done(reflect.Value, bool)
}

// R is a case that receives. V and OK are what came.
type R[T any] struct {
	c  <-chan T
	V  T
	OK bool
}

// Recv returns the case that receives from c.
func Recv[T any](c <-chan T) *R[T] { return &R[T]{c: c} }

func (r *R[T]) try() bool {
	select {
	case r.V, r.OK = <-r.c:
		return true
	default:
		return false
	}
}

func (r *R[T]) do() { r.V, r.OK = <-r.c }

func (r *R[T]) wait() reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(r.c)}
}

func (r *R[T]) done(v reflect.Value, ok bool) {
	if r.OK = ok; ok {
		r.V, _ = v.Interface().(T) // the zero T where T is an interface and v is nil
	}
}

// S is a case that sends.
type S[T any] struct {
	c chan<- T
	v T
}

// Send returns the case that sends to c what it is called with. There are two
// calls so that c alone says what T is.
func Send[T any](c chan<- T) func(T) *S[T] { return func(v T) *S[T] { return &S[T]{c, v} } }

func (s *S[T]) try() bool {
	select {
	case s.c <- s.v:
		return true
	default:
		return false
	}
}

func (s *S[T]) do() { s.c <- s.v }

func (s *S[T]) wait() reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(s.c), Send: reflect.ValueOf(&s.v).Elem()}
}

func (s *S[T]) done(reflect.Value, bool) {}

// Select runs one of the cases and returns its number, or -1 for default.
// Among several ready ones the runtime picks at random; in a run it is a
// choice of the explorer.
//
//go:norace
func Select(pos string, hasDefault bool, cases ...Case) int {
	r := current
	if r == nil {
		stroll(pos)
		return block(hasDefault, cases)
	}
	r.sync(pos, here(unsafe.Pointer(&pos)))
	r.dirty = true
	if i := r.oneOf(cases); i >= 0 {
		return i
	}
	if hasDefault {
		Failed()
		return -1
	}
	i := block(false, cases)
	Back(pos)
	return i
}

// oneOf runs the case that the path says, or else the first that is ready.
// Only trying shows which are, so the cases in front of the one that ran are
// known not to be: the trail says that this one was picked, and what is left
// to explore are those behind it.
//
//go:norace
func (r *Run) oneOf(cases []Case) int {
	if len(cases) == 0 {
		return -1
	}
	replayed := r.depth < len(r.path)
	tried := r.depth == len(r.path)-1 // this is where path leaves the schedule it came from
	first := r.decide(len(cases), len(cases), 0, r.draw(len(cases)))
	for k := range cases {
		i := (first + k) % len(cases)
		if !cases[i].try() {
			continue
		}
		r.took(len(cases), i, replayed, tried && i != first)
		return i
	}
	r.took(len(cases), len(cases)-1, replayed, tried)
	return -1
}

//go:norace
func (r *Run) took(of, i int, replayed, twice bool) {
	if of > 1 {
		r.Twice = r.Twice || twice
		if !replayed {
			r.trail[r.depth-1].Pick = i
		}
	}
}

// block is the select itself.
func block(hasDefault bool, cases []Case) int {
	if len(cases) == 1 && !hasDefault {
		cases[0].do()
		return 0
	}
	list := make([]reflect.SelectCase, len(cases), len(cases)+1)
	for i, c := range cases {
		list[i] = c.wait()
	}
	if hasDefault {
		list = append(list, reflect.SelectCase{Dir: reflect.SelectDefault})
	}
	i, v, ok := reflect.Select(list)
	if i == len(cases) {
		return -1
	}
	cases[i].done(v, ok)
	return i
}
