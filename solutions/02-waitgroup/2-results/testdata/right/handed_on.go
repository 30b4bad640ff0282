// One slice goes from hand to hand: it waits in a channel with one place, and each
// call takes it out, puts its result in and gives it back. A mutex made of a channel.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	type state struct {
		out  []Out
		left int
	}
	hand := make(chan state, 1)
	all := make(chan []Out, 1)
	if len(in) == 0 {
		return []Out{}
	}
	hand <- state{make([]Out, len(in)), len(in)}
	for i, element := range in {
		go func() {
			value := f(element)
			s := <-hand
			s.out[i] = value
			s.left--
			if s.left == 0 {
				all <- s.out
				return
			}
			hand <- s
		}()
	}
	return <-all
}
