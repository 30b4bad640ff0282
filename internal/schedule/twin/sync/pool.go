package sync

import (
	"example.com/backpressure/internal/schedule/step"
)

// Pool is the twin of [sync.Pool]. It loses nothing and gives back what came
// last: the original may do so too, but with the race detector on it is
// random.
type Pool struct {
	New func() any

	stack step.Stack
}

//go:norace
func (p *Pool) Put(value any) {
	if value != nil {
		step.Sync()
		p.stack.Push(value)
	}
}

//go:norace
func (p *Pool) Get() any {
	step.Sync()
	if value := p.stack.Pop(); value != nil {
		return value
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
