// Command typed has a function for slices of any type.
package main

import "fmt"

// double returns the elements of in, each twice.
func double[T any](in []T) []T {
	out := make([]T, 0, 2*len(in))
	for _, x := range in {
		out = append(out, x, x)
	}
	return out
}

func main() {
	fmt.Println(double([]string{"Ada", "Ben"}))
	fmt.Println(double([]int{5, 40}))
}
