package cases

import "fmt"

type flag bool

type tally [3]int

func filled[T any](values ...T) chan T {
	ch := make(chan T, len(values))
	for _, v := range values {
		ch <- v
	}
	close(ch)
	return ch
}

func CaseReceiveStatement() {
	ch := filled(1, 2, 3, 4)
	<-ch
	(<-ch)
	v := <-ch
	var w = <-ch
	fmt.Println(v, w, <-ch)
}

func CaseReceiveTwoValues() {
	ch := filled("a", "b", "c", "d")
	v, ok := <-ch
	var w, ok2 = <-ch
	x, _ := (<-ch)
	_, known := <-ch
	fmt.Println(v, ok, w, ok2, x, known)
	v, ok = <-ch
	fmt.Println(v == "", ok)
}

func CaseReceiveNamedBool() {
	ch := filled(1)
	var v int
	var there flag
	var anything any
	v, there = <-ch
	fmt.Println(v, there)
	v, anything = <-ch
	fmt.Println(v, anything)
}

func CaseReceiveIntoIndex() {
	ch := filled(5, 6)
	var a tally
	m := map[string]bool{}
	i := 1
	a[i], m["x"] = <-ch
	a[i+1] = <-ch
	fmt.Println(a, m)
}

func CaseReceiveNested() {
	inner := filled(7)
	outer := filled(inner, filled(8))
	fmt.Println(<-<-outer + <-<-outer)
	funcs := filled(func(n int) int { return n * n })
	fmt.Println((<-funcs)(3))
}

func CaseReceiveConversions() {
	var both chan int = filled(1, 2, 3)
	fmt.Println(<-(<-chan int)(both), <-chan int(both))
	p := &both
	fmt.Println(<-*p)
	chans := []<-chan int{filled(9)}
	fmt.Println(<-chans[0])
	narrow := filled(make(chan int))
	var sender chan<- int = <-narrow
	fmt.Println(sender == nil)
}

func CaseReceiveInExpressions() {
	ch := filled(1, 2, 3, 4, 5, 6, 7, 8)
	s := []int{<-ch, <-ch}
	m := map[int]int{<-ch: <-ch}
	fmt.Println(s, m, s[<-ch-5], s[:<-ch-5], -<-ch, func(n int) int { return n + <-ch }(1))
	var any2 any = filled[any](3)
	n := (<-any2.(chan any)).(int)
	fmt.Println(n, len(filled(1, 2)), <-
	/* on the next line */ filled(n))
}

func CaseReceiveShortCircuit() {
	ch := filled(true, false)
	if false && <-ch || <-ch && !<-ch {
		fmt.Println("left", len(ch))
	}
	return
}

func receiveReturn(ch chan string) string { return <-ch }

func receiveReturnTwo(ch chan string) (a, b string) { return <-ch, <-ch }

func CaseReceiveReturn() {
	ch := filled("x", "y", "z")
	fmt.Println(receiveReturn(ch))
	fmt.Println(receiveReturnTwo(ch))
}

func CaseReceiveOrder() {
	note := func(s string, ch chan int) chan int { fmt.Print(s, " "); return ch }
	number := func(s string, n int) int { fmt.Print(s, " "); return n }
	ch := filled(1, 2)
	sum := number("first", 10) + <-note("second", ch)*number("third", 100) + <-note("fourth", ch)
	fmt.Println(sum)
}

var packageLevel = filled(1, 2, 3)
var packageValue, packageOK = <-packageLevel
var packageSingle = <-packageLevel
var packageFunc = func() int {
	for v := range packageLevel {
		return v
	}
	return -1
}()

func CaseReceivePackageLevel() { fmt.Println(packageValue, packageOK, packageSingle, packageFunc) }

func CaseReceivePanics() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var a []int
	a[3] = <-filled(1)
}
