// One bit for each slot, 64 in a word; a set bit is a free slot. Who clears a bit that was
// set has the slot, and who finds a word empty has met 64 different calls.
package limiter

import (
	"errors"
	"fmt"
	"math/bits"
	"sync/atomic"
)

var ErrTooManyRequests = errors.New("too many concurrent requests")

type RequestLimiter struct{ words []atomic.Uint64 }

func NewRequestLimiter(limit int) *RequestLimiter {
	if limit < 1 {
		panic(fmt.Sprintf("limiter: NewRequestLimiter(%d): a limiter needs at least one slot", limit))
	}
	rl := &RequestLimiter{words: make([]atomic.Uint64, (limit+63)/64)}
	for i := range limit {
		rl.words[i/64].Or(1 << (i % 64))
	}
	return rl
}

func (rl *RequestLimiter) take() (word *atomic.Uint64, bit uint64) {
	for i := range rl.words {
		word = &rl.words[i]
		for all := word.Load(); all != 0; all = word.Load() {
			bit = 1 << bits.TrailingZeros64(all)
			if word.And(^bit)&bit != 0 {
				return word, bit
			}
		}
	}
	return nil, 0
}

func (rl *RequestLimiter) Execute(f func()) error {
	word, bit := rl.take()
	if word == nil {
		return ErrTooManyRequests
	}
	defer word.Or(bit)
	f()
	return nil
}
