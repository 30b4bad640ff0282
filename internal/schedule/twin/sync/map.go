package sync

import (
	"slices"
	"sync"

	"example.com/backpressure/internal/schedule/step"
)

// Map is the twin of [sync.Map]. Inside is an original, which never blocks.
// Its values are kept with their age, so that Range goes from the oldest key
// to the youngest and not in an order of its own from run to run.
type Map struct{ m sync.Map }

type entry struct {
	age   int
	value any
}

func newEntry(value any) *entry { return &entry{step.Age(), value} }

func plain(e any, ok bool) (any, bool) {
	if e == nil {
		return nil, ok
	}
	return e.(*entry).value, ok
}

func (m *Map) Load(key any) (value any, ok bool) {
	step.Sync()
	return plain(m.m.Load(key))
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	step.Sync()
	return plain(m.m.Swap(key, newEntry(value)))
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	step.Sync()
	return plain(m.m.LoadOrStore(key, newEntry(value)))
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	step.Sync()
	return plain(m.m.LoadAndDelete(key))
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	step.Sync()
	for {
		e, ok := m.m.Load(key)
		if !ok || e.(*entry).value != old {
			step.Failed()
			return false
		}
		if m.m.CompareAndSwap(key, e, &entry{e.(*entry).age, new}) {
			return true
		}
	}
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	step.Sync()
	for {
		e, ok := m.m.Load(key)
		if !ok || e.(*entry).value != old {
			step.Failed()
			return false
		}
		if m.m.CompareAndDelete(key, e) {
			return true
		}
	}
}

func (m *Map) Range(f func(key, value any) bool) {
	step.Sync()
	type pair struct {
		key any
		e   *entry
	}
	var all []pair
	m.m.Range(func(key, e any) bool {
		all = append(all, pair{key, e.(*entry)})
		return true
	})
	slices.SortFunc(all, func(a, b pair) int { return a.e.age - b.e.age })
	for _, p := range all {
		if value, ok := m.Load(p.key); ok && !f(p.key, value) {
			return
		}
	}
}

func (m *Map) Clear() {
	step.Sync()
	m.m.Clear()
}
