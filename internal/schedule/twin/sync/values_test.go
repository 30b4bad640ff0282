package sync_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	twinatomic "example.com/backpressure/internal/schedule/twin/atomic"
	twinsync "example.com/backpressure/internal/schedule/twin/sync"
)

func TestMaps(t *testing.T) {
	type theMap interface {
		Load(any) (any, bool)
		Store(any, any)
		LoadOrStore(any, any) (any, bool)
		LoadAndDelete(any) (any, bool)
		Delete(any)
		Swap(any, any) (any, bool)
		CompareAndSwap(any, any, any) bool
		CompareAndDelete(any, any) bool
		Range(func(any, any) bool)
		Clear()
	}
	drive := func(m theMap) func(op, arg int) any {
		two := func(v any, ok bool) any { return [2]any{v, ok} }
		return func(op, arg int) any {
			key := arg & 1
			switch op {
			case 0:
				return two(m.Load(key))
			case 1:
				m.Store(key, arg)
			case 2:
				return two(m.LoadOrStore(key, arg))
			case 3:
				return two(m.LoadAndDelete(key))
			case 4:
				m.Delete(key)
			case 5:
				return two(m.Swap(key, arg))
			case 6:
				return m.CompareAndSwap(key, arg+1, arg)
			case 7:
				return m.CompareAndDelete(key, arg)
			case 8:
				sum := 0
				m.Range(func(k, v any) bool { sum += 100*k.(int) + v.(int); return true })
				return sum
			case 9:
				if arg == 3 {
					m.Clear()
				}
			case 10:
				m.Store([]int{}, arg) // a key that can't be one
			}
			return nil
		}
	}
	for seed := range int64(rounds) {
		same(t, seed, drive(&sync.Map{}), drive(&twinsync.Map{}), 11, nil)
	}
}

func TestAtomics(t *testing.T) {
	type number interface {
		Load() int32
		Store(int32)
		Swap(int32) int32
		Add(int32) int32
		And(int32) int32
		Or(int32) int32
		CompareAndSwap(old, new int32) bool
	}
	type value interface {
		Load() any
		Store(any)
		Swap(any) any
		CompareAndSwap(old, new any) bool
	}
	drive := func(n number, v value) func(op, arg int) any {
		return func(op, arg int) any {
			x := int32(arg)
			var a any = arg
			if arg == 3 {
				a = "three" // another type, where only one is allowed
			} else if arg == -3 {
				a = nil
			}
			switch op {
			case 0:
				return n.Load()
			case 1:
				n.Store(x)
			case 2:
				return n.Swap(x)
			case 3:
				return n.Add(x)
			case 4:
				return n.And(x)
			case 5:
				return n.Or(x)
			case 6:
				return n.CompareAndSwap(x, x+1)
			case 7:
				return v.Load()
			case 8:
				v.Store(a)
			case 9:
				return v.Swap(a)
			case 10:
				return v.CompareAndSwap(a, arg)
			}
			return nil
		}
	}
	for seed := range int64(rounds) {
		same(t, seed, drive(&atomic.Int32{}, &atomic.Value{}), drive(&twinatomic.Int32{}, &twinatomic.Value{}), 11, nil)
	}
}

func TestOnces(t *testing.T) {
	broken := func(n *int) func() int {
		return func() int { *n++; panic(fmt.Sprint("call ", *n)) }
	}
	for _, calm := range []bool{true, false} {
		var n, m int
		one, two := broken(&n), broken(&m)
		if calm {
			one, two = func() int { n++; return n }, func() int { m++; return m }
		}
		for i, pair := range [][2]func() any{
			{wrap(sync.OnceValue(one)), wrap(twinsync.OnceValue(two))},
			{run(sync.OnceFunc(func() { one() })), run(twinsync.OnceFunc(func() { two() }))},
			{run(onceDo(&sync.Once{}, func() { one() })), run(onceDo(&twinsync.Once{}, func() { two() }))},
			{both(sync.OnceValues(func() (int, int) { return one(), 1 })), both(twinsync.OnceValues(func() (int, int) { return two(), 1 }))},
		} {
			for range 3 {
				if want, got := outcome(pair[0]), outcome(pair[1]); got != want {
					t.Errorf("number %d: the twin says %s, the original %s", i, got, want)
				}
			}
		}
		if n != m {
			t.Errorf("the twin has called %d times, the original %d", m, n)
		}
	}
}

func wrap(f func() int) func() any        { return func() any { return f() } }
func run(f func()) func() any             { return func() any { f(); return nil } }
func both(f func() (int, int)) func() any { return func() any { a, b := f(); return a + b } }
func onceDo(o interface{ Do(func()) }, f func()) func() {
	return func() { o.Do(f) }
}
