// The work is halved, and the halves run at the same time for ten levels.
//
// Ten levels make 1,024 branches. Below them the calls run one after the other.
//
// Fails: TestAllCallsAreInProgressAtOnce
package results

import "sync"

func Map[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	into(out, in, f, 10)
	return out
}

func into[In, Out any](out []Out, in []In, f func(In) Out, levels int) {
	if len(in) < 2 || levels == 0 {
		for i, element := range in {
			out[i] = f(element)
		}
		return
	}
	n := len(in) / 2
	var half sync.WaitGroup
	half.Add(1)
	go func() {
		defer half.Done()
		into(out[:n], in[:n], f, levels-1)
	}()
	into(out[n:], in[n:], f, levels-1)
	half.Wait()
}
