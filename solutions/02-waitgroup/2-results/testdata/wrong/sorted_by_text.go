// The results are sorted, by their text.
//
// Whatever the order of the elements is, it is not the alphabet. What has to be
// sorted, if anything, is the indices.
//
// Fails: TestEveryResultStandsWhereItsElementStands
package results

import (
	"cmp"
	"fmt"
	"slices"
)

func Map[In, Out any](in []In, f func(In) Out) []Out {
	results := make(chan Out)
	for _, element := range in {
		go func() { results <- f(element) }()
	}
	out := make([]Out, 0, len(in))
	for range in {
		out = append(out, <-results)
	}
	slices.SortFunc(out, func(a, b Out) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return out
}
