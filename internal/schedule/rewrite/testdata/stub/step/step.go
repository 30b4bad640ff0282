// Package step has the functions that rewritten code calls, doing no more than
// the code that they stand for.
package step

import (
	"fmt"
	"reflect"
	"runtime"
)

// Trace, when it is set, hears of every step.
var Trace func(what, pos string)

func trace(what, pos string) {
	if Trace != nil {
		Trace(what, pos)
	}
}

func Source(name, text string) struct{} { return struct{}{} }
func Line(pos string)                   { trace("Line", pos) }
func Plain(pos string)                  { trace("Plain", pos) }
func Ahead(pos string)                  { trace("Ahead", pos) }
func Twin(pos string)                   { trace("Twin", pos) }
func Enter(pos string)                  { trace("Enter", pos) }
func Guard(pos string)                  { trace("Guard", pos) }
func Point(pos string)                  { trace("Point", pos) }
func Back(pos string)                   { trace("Back", pos) }
func Close(pos string)                  { trace("Close", pos) }
func Go(pos string)                     { trace("Go", pos) }
func Yield(pos string)                  { trace("Yield", pos); runtime.Gosched() }

func Before[C any](pos string, c C) C { trace("Before", pos); return c }
func After[T any](v T) T              { trace("After", ""); return v }

func Recv2[T any](pos string, c <-chan T) (T, bool) {
	trace("Recv2", pos)
	v, ok := <-c
	return v, ok
}

// R is the receive of a select.
type R[T any] struct {
	c  <-chan T
	V  T
	OK bool
}

func Recv[T any](c <-chan T) *R[T] { return &R[T]{c: c} }

func (r *R[T]) selectCase() reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(r.c)}
}

func (r *R[T]) received(v reflect.Value, ok bool) {
	r.V, _ = v.Interface().(T)
	r.OK = ok
}

// S is the send of a select.
type S[T any] struct {
	c chan<- T
	v T
}

func Send[T any](c chan<- T) func(v T) *S[T] { return func(v T) *S[T] { return &S[T]{c, v} } }

func (s *S[T]) selectCase() reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(s.c), Send: reflect.ValueOf(&s.v).Elem()}
}

func (s *S[T]) received(reflect.Value, bool) {}

// Case is a send or a receive.
type Case interface {
	selectCase() reflect.SelectCase
	received(reflect.Value, bool)
}

func Select(pos string, hasDefault bool, cases ...Case) int {
	trace(fmt.Sprint("Select ", len(cases)), pos)
	var all []reflect.SelectCase
	for _, c := range cases {
		all = append(all, c.selectCase())
	}
	if hasDefault {
		all = append(all, reflect.SelectCase{Dir: reflect.SelectDefault})
	}
	i, v, ok := reflect.Select(all)
	if i == len(cases) {
		return -1
	}
	cases[i].received(v, ok)
	return i
}
