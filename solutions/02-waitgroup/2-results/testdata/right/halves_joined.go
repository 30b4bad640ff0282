// Map calls itself for each half, one of them in a goroutine, and joins the two
// slices that come back.
package results

func Map[In, Out any](in []In, f func(In) Out) []Out {
	switch len(in) {
	case 0:
		return []Out{}
	case 1:
		return []Out{f(in[0])}
	}
	n := len(in) / 2
	first := make(chan []Out, 1)
	go func() { first <- Map(in[:n], f) }()
	second := Map(in[n:], f)
	return append(<-first, second...)
}
