package cases

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

type spinLock struct{ held atomic.Bool }

func (l *spinLock) Lock() {
	for !l.held.CompareAndSwap(false, true) {
		runtime.Gosched()
	}
}

func (l *spinLock) Unlock() { l.held.Store(false) }

func CaseYield() {
	var l spinLock
	l.Lock()
	n := 0
	done := make(chan bool)
	go func() { l.Lock(); defer l.Unlock(); n++; close(done) }()
	for range 3 {
		runtime.Gosched( /* nothing */ )
	}
	n++
	l.Unlock()
	<-done
	fmt.Println(n)
}

func CaseYieldElsewhere() {
	defer runtime.Gosched()
	f := runtime.Gosched
	f()
	go runtime.Gosched()
	if runtime.Gosched(); true {
		(runtime.Gosched)()
	}
}

type fakeRuntime struct{}

func (fakeRuntime) Gosched() { fmt.Println("not the runtime's") }

func CaseYieldShadowed() {
	var runtime fakeRuntime
	runtime.Gosched()
}
