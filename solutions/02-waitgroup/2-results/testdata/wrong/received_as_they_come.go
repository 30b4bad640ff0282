// The results come through a channel, and are appended as they come.
//
// A channel keeps the order in which values were sent. That is the order in which
// the calls ended, and has nothing to do with the order of the elements.
//
// Fails: TestEveryResultStandsWhereItsElementStands TestNoResultIsLost
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(chan Out)
	for _, element := range in {
		go func() { results <- f(element) }()
	}
	out := make([]Out, 0, len(in))
	for range in {
		out = append(out, <-results)
	}
	return out
}
