package cases

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

type queue struct {
	items   chan int
	numbers []int
}

func (q *queue) all() chan int { return q.items }

func (q *queue) each(yield func(int, int) bool) {
	for i, n := range q.numbers {
		if !yield(i, n) {
			return
		}
	}
}

func CaseRangeChannel() {
	for v := range filled(1, 2, 3) {
		if v == 2 {
			continue
		}
		fmt.Println(v)
	}
	q := queue{items: filled(4, 5)}
	for v := range q.items {
		fmt.Println(v)
		break
	}
	var v int
	for v = range q.all() {
	}
	fmt.Println(v)
	for range filled(1, 2) {
		fmt.Print("x")
	}
	for v := range <-filled(filled(9)) {
		fmt.Println(v)
	}
}

const five = 5

func CaseRangeIntegers() {
	for i := range 3 {
		fmt.Print(i)
	}
	for range five {
		fmt.Print("-")
	}
	var small uint8
	for small = range five {
	}
	for i := range uint8(3) {
		fmt.Printf("%T ", i)
	}
	for small = range min(2, 4) {
	}
	for i := range len("ab") {
		fmt.Print(i)
	}
	fmt.Println(small)
}

func CaseRangeOthers() {
	for i, r := range "aß" {
		fmt.Print(i, string(r))
	}
	for i := range "aß" {
		fmt.Print(i)
	}
	array := [...]int{1, 2, 3}
	for i, v := range array {
		array[2] = 10
		fmt.Print(i, v, " ")
	}
	var nowhere *[3]int
	for i := range nowhere {
		fmt.Print(i)
	}
	for i := range *nowhere {
		fmt.Print(i)
	}
	for k := range map[string]int{"a": 1} {
		fmt.Print(k)
	}
	m := map[int]int{}
	for m[0], m[1] = range []int{7, 8} {
	}
	for range []byte("ab") {
		fmt.Print(".")
	}
	fmt.Println(m)
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("counted")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func firstOver(limit int) int {
	for v := range count(10) {
		if v > limit {
			return v
		}
	}
	return -1
}

func CaseRangeFunctions() {
	for v := range count(3) {
		defer fmt.Println("deferred", v)
		fmt.Println(v)
	}
	q := queue{numbers: []int{4, 5, 6}}
outer:
	for i, n := range q.each {
		for v := range count(2) {
			if i == 1 {
				break outer
			}
			fmt.Println(i, n, v)
			continue outer
		}
	}
	fmt.Println(firstOver(3))
	for range count(1) {
	}
	keys := slices.Sorted(maps.Keys(map[string]bool{"b": true, "a": true}))
	for k := range slices.Values(keys) {
		fmt.Print(k)
	}
	for range func(yield func() bool) { yield() } {
		fmt.Println("once")
	}
	next, stop := iter.Pull(count(5))
	fmt.Println(next())
	stop()
}
