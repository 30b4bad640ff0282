package drain_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	drain "example.com/backpressure/03-combined/2-drain"
	"example.com/backpressure/internal/schedule"
)

// moment is a prime number of nanoseconds: whoever looks in at fixed intervals
// does not look at that moment.
const moment = 1_000_003 * time.Nanosecond

func TestAnOpenGateLetsEverybodyIn(t *testing.T) {
	bubble(t, func(p *park) {
		const guests = 1100
		for n := range guests {
			p.expect(p.arrives("the next guest"), inside, "nobody has called Drain; guests inside: %d", n)
		}
		for n, g := range p.guests {
			g.leaves()
			p.expect(g, wentHome, "the gate is open; guests inside: %d", guests-n)
		}
		p.expect(p.arrives("one more guest"), inside, "nobody has called Drain, and all the guests who were inside have left")
	})
}

func TestACallInsideACallIsLetIn(t *testing.T) {
	bubble(t, func(p *park) {
		ada, ben := p.newGuest("Ada"), p.newGuest("Ben")
		ada.first = ben.visit
		ada.arrives()
		p.expect(ben, inside, "the gate is open; Ada is inside, and her f called Do for Ben")
		ben.leaves()
		p.expect(ben, wentHome, "the gate is open; Ada's f called Do for Ben, and Ben leaves")
		ada.leaves()
		p.expect(ada, wentHome, "the gate is open; Ada's f called Do for Ben, and then both left")
	})
}

func TestTheFunctionRunsInTheCallersGoroutine(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		var stack string
		err := theCaller(new(drain.Gate), func() { stack = string(debug.Stack()) })
		schedule.Quiesce()
		require.NoError(t, err, "nobody has called Drain, and a call was refused")
		require.True(t, strings.Contains(stack, ".theCaller("), "whoever looks at the stack of f, in a crash or a profile, "+
			"does not see who called Do; expected f to run in the goroutine of its caller")
	})
}

func TestAPanicGoesOnToTheCaller(t *testing.T) {
	for _, value := range []any{errors.New("the lights are out"), &struct{ what string }{"the lights are out"}} {
		schedule.Bubble(t, func(t *testing.T) {
			var err error
			got := recovered(func() { err = new(drain.Gate).Do(func() { panic(value) }) })
			require.NotNil(t, got, "f panicked, and the caller did not: Do returned %v. The panic should go on to the caller", err)
			require.True(t, got == value, "f panicked with a %T; its caller recovered another value, the %T %v. Expected the very same value",
				value, got, got)
		})
	}
}

func TestGoexitEndsTheCallersGoroutine(t *testing.T) {
	schedule.Bubble(t, func(t *testing.T) {
		wentOn := false
		schedule.Go(t, "the caller", func() {
			_ = new(drain.Gate).Do(runtime.Goexit)
			wentOn = true
		})
		schedule.Quiesce()
		assert.False(t, wentOn, "f called runtime.Goexit, and the goroutine that had called Do went on; expected its end")
	})
}

func TestDrainSleepsUntilTheLastOneLeaves(t *testing.T) {
	bubble(t, func(p *park) {
		ada := p.arrives("Ada")
		operator := p.drains("the operator")
		stirs := schedule.Stirs()
		if operator.did() != waits {
			return // TestDrainWaitsForTheLastOne tells
		}
		require.False(p.t, stirs, "Ada is inside, nobody has left, and Drain woke up all the same to look; "+
			"expected it to sleep until the last one who leaves wakes it. Who looks now and then comes late, and costs time for nothing")
		operator.end()
		require.False(p.t, schedule.Stirs(), "Ada is inside, the ctx of Drain has ended, and something that Drain had left behind woke up; "+
			"expected it to sleep until the last one who leaves wakes it")
		ada.leaves()
		require.False(p.t, schedule.Stirs(), "the ctx of Drain has ended, and then Ada left, who was the last inside; later something that had stayed "+
			"behind woke up; expected that nothing waits any more once nobody is inside")
	})
}

func TestAClosedGateRefusesEverybody(t *testing.T) {
	bubble(t, func(p *park) {
		ada := p.arrives("Ada")
		p.drains("the operator")
		for range 3 {
			p.expect(p.arrives("Ben"), refused, "Ada is inside, and Drain was called and waits for her; then Ben came")
			time.Sleep(moment)
		}
		ada.leaves()
		for range 3 {
			p.expect(p.arrives("Cleo"), refused, "Drain was called, and all who were inside have left; then Cleo came")
			time.Sleep(24 * time.Hour)
		}
		p.drains("the operator")
		p.expect(p.arrives("Dan"), refused, "Drain was called a second time; then Dan came")
	})
	bubble(t, func(p *park) {
		p.drains("the operator")
		p.expect(p.arrives("Ada"), refused, "Drain was called before anybody had come; then Ada came")
	})
}

func TestACallInsideAnotherIsRefusedToo(t *testing.T) {
	bubble(t, func(p *park) {
		ada, ben := p.newGuest("Ada"), p.newGuest("Ben").mayLeave()
		later := make(chan struct{})
		ada.first = func() {
			<-later
			ben.visit()
		}
		ada.arrives()
		operator := p.drains("the operator")
		close(later)
		schedule.Quiesce()
		p.expect(ben, refused, "Ada is inside, and Drain was called and waits for her; then her f called Do for Ben")
		p.expect(ada, inside, "Drain waits for Ada; her f called Do for Ben, who was refused, and goes on")
		p.expectDrain(operator, waits, "Ada is inside, and her f called Do for Ben, who was refused")
		ada.leaves()
		p.expectDrain(operator, allOut, "Ada was inside, her f called Do for Ben, who was refused, and now she has left")
	})
}

func TestARefusalChangesNothing(t *testing.T) {
	bubble(t, func(p *park) {
		ada := p.arrives("Ada")
		operator := p.drains("the operator")
		for n := 1; n <= 3; n++ {
			p.arrives("a late guest").leaves()
			p.expectDrain(operator, waits, "Ada is inside; guests who came after Drain was called: %d", n)
		}
		ada.leaves()
		p.expectDrain(operator, allOut, "three guests came after Drain was called, and Ada, who was the last inside, has left")
	})
}

func TestDrainReturnsAtOnceWhenNobodyIsInside(t *testing.T) {
	for guests := range 3 {
		bubble(t, func(p *park) {
			for range guests {
				p.arrives("a guest").leaves()
			}
			p.expectDrain(p.drains("the operator"), allOut, "nobody is inside; guests who came and left before: %d", guests)
		})
	}
}

func TestDrainWaitsForTheLastOne(t *testing.T) {
	bubble(t, func(p *park) {
		p.arrives("an early guest").leaves()
		const guests = 1100
		var crowd []*guest
		for range guests {
			crowd = append(crowd, p.arrives("a guest"))
		}
		operator := p.drains("the operator")
		// Neither the first nor the last of them to come is the last to leave.
		for n, g := range slices.Concat(crowd[guests/2:], crowd[:guests/2]) {
			p.expectDrain(operator, waits, "%d guests were inside, and %d have left", guests, n)
			if n == guests-1 {
				time.Sleep(5*time.Minute + moment)
				schedule.Quiesce()
				p.expectDrain(operator, waits, "one guest of %d is still inside, and five minutes have passed", guests)
			}
			g.leaves()
			p.expect(g, wentHome, "Drain waits for %d guests, and one of them leaves", guests-n)
		}
		p.expectDrain(operator, allOut, "the last guest has left, and no time has passed since")
	})
}

func TestAGuestWhoPanicsHasLeft(t *testing.T) {
	hasLeft(t, "panicked", func() { panic("the lights are out") })
}

func TestAGuestWhoCallsGoexitHasLeft(t *testing.T) {
	hasLeft(t, "called runtime.Goexit", runtime.Goexit)
}

// hasLeft checks that Drain does not wait for somebody who ends in that way,
// and waits for the others.
func hasLeft(t *testing.T, how string, end func()) {
	for _, when := range []string{"before", "after"} {
		bubble(t, func(p *park) {
			ada, ben := p.newGuest("Ada"), p.arrives("Ben")
			ada.last = end
			schedule.Go(p.t, ada.name, func() { recovered(ada.visit) })
			schedule.Quiesce()
			if when == "before" {
				ada.leaves()
			}
			operator := p.drains("the operator")
			ada.leaves()
			story := fmt.Sprintf("Ada and Ben were inside, and Ada's f %s %s Drain was called", how, when)
			p.expectDrain(operator, waits, "%s; Ben is inside", story)
			ben.leaves()
			p.expectDrain(operator, allOut, "%s; Ben has left", story)
		})
	}
}

func TestTwoGatesShareNothing(t *testing.T) {
	bubble(t, func(north *park) {
		south := open(north.t)
		defer south.close()
		south.arrives("Ada")
		north.expectDrain(north.drains("the operator"), allOut, "there are two gates, Ada is inside the south gate, and Drain was called for the north gate")
		south.expect(south.arrives("Ben"), inside, "there are two gates, and Drain was called for the north gate; then Ben came to the south gate")
	})
}

func TestSeveralCanDrainAtOnce(t *testing.T) {
	bubble(t, func(p *park) {
		const operators = 1100
		ada := p.arrives("Ada")
		for n := range operators {
			p.expectDrain(p.drains("an operator"), waits, "Ada is inside; operators who have called Drain before: %d", n)
		}
		p.operators[0].end()
		schedule.Quiesce()
		p.operators[operators/2].end()
		schedule.Quiesce()
		rest := slices.DeleteFunc(slices.Clone(p.operators), func(o *operator) bool { return o.ctx.Err() != nil })
		for _, o := range rest {
			p.expectDrain(o, waits, "Ada is inside, %d operators have called Drain, and the ctx of two others has ended", operators)
		}
		ada.leaves()
		for _, o := range rest {
			p.expectDrain(o, allOut, "%d operators have called Drain, and Ada, who was the last inside, has left", operators)
		}
	})
	// By the time the second one gives up, the others may stand elsewhere in a line.
	for _, n := range [][2]int{{1, 2}, {1, 3}, {2, 1}, {2, 3}, {3, 1}, {3, 2}} {
		bubble(t, func(p *park) {
			ada := p.arrives("Ada")
			for range 3 {
				p.drains("an operator")
			}
			p.operators[n[0]-1].end()
			schedule.Quiesce()
			p.drains("an operator")
			p.operators[n[1]-1].end()
			schedule.Quiesce()
			ada.leaves()
			for at, o := range p.operators {
				if o.ctx.Err() == nil {
					p.expectDrain(o, allOut, "Ada was inside; operators 1, 2 and 3 called Drain, the ctx of operator %d ended, operator 4 called Drain, "+
						"the ctx of operator %d ended, and Ada has left. Operator %d", n[0], n[1], at+1)
				}
			}
		})
	}
	explore(t, func(p *park) {
		ada := p.arrives("Ada")
		first, second := p.newOperator("one operator", context.WithCancel).comes(), p.newOperator("another", context.WithCancel).comes()
		schedule.Quiesce()
		ada.leaves()
		p.expectDrain(first, allOut, "two operators called Drain in the same moment, and then Ada, who was the last inside, left")
		p.expectDrain(second, allOut, "two operators called Drain in the same moment, and then Ada, who was the last inside, left")
	})
	for who := range 2 {
		explore(t, func(p *park) {
			ada := p.arrives("Ada")
			p.drains("one operator")
			p.drains("another")
			schedule.Go(p.t, "the end of ctx", p.operators[who].end)
			ada.leaves()
			p.expectDrain(p.operators[1-who], allOut, "two operators waited for Ada, who was the last inside; she left in the moment in which "+
				"the ctx of the other operator ended")
		})
	}
}

func TestDrainGivesUpWhenItsCtxEnds(t *testing.T) {
	for _, kind := range []kind{context.WithCancel, withCause, withTimeout, callersOwn} {
		bubble(t, func(p *park) {
			ada := p.arrives("Ada")
			operator := p.drainsWith(kind, "the operator")
			p.expectDrain(operator, waits, "Ada is inside, and ctx has not ended")
			operator.end()
			schedule.Quiesce()
			p.expectDrain(operator, gaveUp, "Ada is inside, and ctx has ended while Drain waited; no time has passed since")
			p.expectDrain(p.drainsWith(operator.sameCtx, "the operator"), gaveUp, "Ada is inside, and ctx had ended before Drain was called")
			p.expect(ada, inside, "the ctx of Drain has ended, which is no concern of those inside")
			ada.leaves()
			p.expect(ada, wentHome, "Drain has given up, and then Ada leaves")
		})
	}
	bubble(t, func(p *park) {
		p.arrives("Ada")
		first, second := p.drains("one operator"), p.drains("another")
		second.end()
		schedule.Quiesce()
		p.expectDrain(second, gaveUp, "Ada is inside, two operators have called Drain, and the ctx of the second has ended")
		p.expectDrain(first, waits, "Ada is inside, two operators have called Drain, and the ctx of the other one has ended")
	})
	explore(t, func(p *park) {
		p.arrives("Ada")
		operator := p.newOperator("the operator", context.WithCancel).comes()
		schedule.Go(p.t, "the end of ctx", operator.end)
		schedule.Quiesce()
		p.expectDrain(operator, gaveUp, "Ada is inside, and ctx ended in the moment in which Drain was called")
	})
}

func TestTheGateStaysClosedWhenDrainHasGivenUp(t *testing.T) {
	bubble(t, func(p *park) {
		ada := p.arrives("Ada")
		p.drains("the operator").end()
		schedule.Quiesce()
		p.expect(p.arrives("Ben"), refused, "Ada is inside, and Drain was called, and its ctx has ended; then Ben came")
		ada.leaves()
		p.expect(p.arrives("Cleo"), refused, "the ctx of Drain has ended, and then Ada left, who was the last inside; then Cleo came")
		time.Sleep(24 * time.Hour)
		p.expect(p.arrives("Dan"), refused, "the ctx of Drain has ended, and nobody is inside; Dan came a day later")
	})
	for _, who := range []string{"nobody", "Ada"} {
		explore(t, func(p *park) {
			if who == "Ada" {
				p.arrives(who)
			}
			operator, ben := p.newOperator("the operator", ended), p.newGuest("Ben").mayLeave()
			schedule.Go(p.t, "the operator, then Ben", func() {
				operator.drain()
				ben.visit()
			})
			schedule.Quiesce()
			if who == "Ada" || operator.did() != allOut { // either is right when nobody is inside
				p.expectDrain(operator, gaveUp, "%s is inside, and ctx had ended before Drain was called", who)
			}
			p.expect(ben, refused, "%s is inside, and Drain, whose ctx had ended before the call, has returned; then Ben came", who)
		})
	}
}

func TestDrainCanBeCalledAgain(t *testing.T) {
	bubble(t, func(p *park) {
		for n := range 3 {
			p.expectDrain(p.drains("the operator"), allOut, "nobody is inside; calls of Drain before this one: %d", n)
		}
	})
	bubble(t, func(p *park) {
		ada, ben := p.arrives("Ada"), p.arrives("Ben")
		p.drains("the first operator").end()
		schedule.Quiesce()
		ada.leaves()
		second := p.drains("the second operator")
		p.expectDrain(second, waits, "Drain was called, and its ctx has ended; it was called again, with another ctx, and Ben is inside")
		time.Sleep(moment)
		ben.leaves()
		p.expectDrain(second, allOut, "Drain was called, and its ctx has ended; it was called again, with another ctx, "+
			"the last guest has left, and no time has passed since")
		p.expectDrain(p.drains("the third operator"), allOut, "Drain was called twice before, and nobody is inside")
	})
	explore(t, func(p *park) {
		ada := p.arrives("Ada")
		first := p.drains("the first operator")
		schedule.Go(p.t, "the end of ctx", first.end)
		ada.leaves()
		if first.did() != gaveUp { // either is right
			p.expectDrain(first, allOut, "Ada, who was the last inside, left in the moment in which ctx ended")
		}
		p.expectDrain(p.drains("the second operator"), allOut, "Ada, who was the last inside, left in the moment in which "+
			"the ctx of Drain ended; now nobody is inside, and Drain is called again")
	})
}

func TestNobodyWaitsForACtxOnceAllHaveLeft(t *testing.T) {
	for _, kind := range []kind{withTimeout, background, neverEnds(callersOwn)} {
		for _, story := range []string{"nobody has come", "Ada was inside, and has left"} {
			bubble(t, func(p *park) {
				ada := p.newGuest("Ada")
				if story != "nobody has come" {
					ada.arrives()
				}
				operator := p.drainsWith(kind, "the operator")
				ada.leaves()
				p.expectDrain(operator, allOut, "%s", story)
				require.False(p.t, schedule.Stirs(), "%s, Drain has returned nil, and later, perhaps when its ctx ended, something that had "+
					"stayed behind woke up; expected that nothing waits any more once nobody is inside", story)
				// Whoever waits for a ctx that never ends is found now: he is still there at the end of the bubble.
			})
		}
	}
}

func TestNobodyIsRefusedAtAnOpenGate(t *testing.T) {
	explore(t, func(p *park) {
		ada, ben := p.newGuest("Ada").mayLeave().comes(), p.newGuest("Ben").mayLeave().comes()
		schedule.Quiesce()
		p.expect(ada, wentHome, "nobody has called Drain, and Ada and Ben came in the same moment")
		p.expect(ben, wentHome, "nobody has called Drain, and Ada and Ben came in the same moment")
	})
}

func TestDrainMissesNobodyWhoLeaves(t *testing.T) {
	for _, names := range [][]string{{"Ada"}, {"Ada", "Ben"}} {
		explore(t, func(p *park) {
			for _, name := range names {
				p.arrives(name)
			}
			for _, g := range p.guests {
				g.mayLeave()
			}
			operator := p.newOperator("the operator", context.WithCancel).comes()
			schedule.Quiesce()
			p.expectDrain(operator, allOut, "Drain was called in the moment in which %s left; nobody is inside now", strings.Join(names, " and "))
		})
	}
	explore(t, func(p *park) {
		ada, ben := p.arrives("Ada"), p.arrives("Ben")
		operator := p.drains("the operator")
		ada.mayLeave()
		ben.leaves()
		p.expectDrain(operator, allOut, "Drain waited for Ada and Ben, who both left in the same moment; nobody is inside now")
	})
}

func TestNobodyIsInsideOnceDrainHasReturned(t *testing.T) {
	explore(t, func(p *park) {
		p.newGuest("Ada").mayLeave().comes()
		operator := p.newOperator("the operator", context.WithCancel).comes()
		schedule.Quiesce()
		p.expectOrder(operator, "Ada came in the moment in which Drain was called")
	})
	explore(t, func(p *park) {
		p.arrives("Ada").mayLeave()
		p.newGuest("Ben").mayLeave().comes()
		operator := p.newOperator("the operator", context.WithCancel).comes()
		schedule.Quiesce()
		p.expectOrder(operator, "Ada left and Ben came in the moment in which Drain was called")
	})
	explore(t, func(p *park) {
		p.newGuest("Ada").mayLeave().comes()
		p.newGuest("Ben").mayLeave().comes()
		operator := p.newOperator("the operator", context.WithCancel).comes()
		schedule.Quiesce()
		p.expectOrder(operator, "Ada and Ben came in the moment in which Drain was called")
	})
	explore(t, func(p *park) {
		ada, ben := p.newGuest("Ada").mayLeave(), p.newGuest("Ben").mayLeave()
		ada.first = ben.visit
		ada.comes()
		operator := p.newOperator("the operator", context.WithCancel).comes()
		schedule.Quiesce()
		if ada.became() == refused {
			operator.guests = operator.guests[:1] // Ben stayed at home
		}
		p.expectOrder(operator, "Ada, whose f calls Do for Ben, came in the moment in which Drain was called")
	})
}

// A park is one Gate and everybody who has to do with it.
type park struct {
	t *testing.T
	*drain.Gate
	guests    []*guest
	operators []*operator
}

func open(t *testing.T) *park { return &park{t: t, Gate: new(drain.Gate)} }

// bubble runs body once, with a park of its own.
func bubble(t *testing.T, body func(p *park)) {
	t.Helper()
	schedule.Bubble(t, func(t *testing.T) {
		p := open(t)
		defer p.close()
		body(p)
	})
}

// explore runs body under every schedule, each time with a park of its own.
func explore(t *testing.T, body func(p *park)) {
	t.Helper()
	schedule.Explore(t, func(t *testing.T) {
		p := open(t)
		defer p.close()
		body(p)
	})
}

// close sends everybody home and waits for them, so that a test that has failed
// does not also end in a deadlock, or before somebody panics on the way out.
func (p *park) close() {
	for _, g := range p.guests {
		g.mayLeave()
	}
	for _, o := range p.operators {
		o.end()
	}
	schedule.Quiesce()
}

// A guest calls Do once. Look at the guest when everybody has come to rest.
type guest struct {
	park  *park
	name  string
	first func()         // f begins with this,
	home  chan struct{}  // waits until this is closed,
	last  func()         // and ends with this
	free  bool           // home is closed
	began schedule.Gauge // how many calls of f have begun,
	ended tally          // and how many have ended
	over  tally          // one: the call of Do has ended
	err   error          // of Do
}

func (p *park) newGuest(name string) *guest {
	g := &guest{park: p, name: name, first: func() {}, home: make(chan struct{}), last: func() {}}
	p.guests = append(p.guests, g)
	return g
}

// visit calls Do.
func (g *guest) visit() {
	defer g.over.add()
	g.err = g.park.Do(func() {
		g.began.Enter()
		defer g.ended.add()
		g.first()
		<-g.home
		g.last()
	})
}

// comes lets the guest call Do in a goroutine of its own.
func (g *guest) comes() *guest {
	schedule.Go(g.park.t, g.name, g.visit)
	return g
}

// arrives is comes, and returns when everybody has come to rest.
func (g *guest) arrives() *guest {
	g.comes()
	schedule.Quiesce()
	return g
}

func (p *park) arrives(name string) *guest { return p.newGuest(name).arrives() }

// mayLeave lets f end, now or later.
func (g *guest) mayLeave() *guest {
	if !g.free {
		g.free = true
		close(g.home)
	}
	return g
}

// leaves is mayLeave, and returns when everybody has come to rest.
func (g *guest) leaves() {
	g.mayLeave()
	schedule.Quiesce()
}

// What became of a guest, as the end of a sentence about them.
const (
	outside  = "waits outside (Do has not returned, and f was not called)"
	inside   = "is inside"
	wentHome = "was let in and has left (Do returned nil)"
	refused  = "was refused (Do returned ErrDraining, and f was not called)"
)

func (g *guest) became() string {
	began, ended, over := g.began.Now(), g.ended.now(), g.over.now() > 0
	switch {
	case began > 1:
		return fmt.Sprintf("was let in %d times (f was called again)", began)
	case !over && began == 0:
		return outside
	case !over && ended == 0:
		return inside
	case !over:
		return "can't get out (f has ended, and Do has not returned)"
	case ended < began:
		return "is inside, and Do has returned"
	case g.err == nil && began == 0:
		return "was neither let in nor refused (Do returned nil, and f was not called)"
	case g.err == nil:
		return wentHome
	case errors.Is(g.err, drain.ErrDraining) && began == 0:
		return refused
	case errors.Is(g.err, drain.ErrDraining):
		return "was let in, and then Do returned ErrDraining"
	}
	return fmt.Sprintf("got the error %q from Do", g.err)
}

// expect ends the test when that is not what became of the guest. Only the
// goroutine that runs the body may call it, when everybody has come to rest.
func (p *park) expect(g *guest, want, story string, args ...any) {
	p.t.Helper()
	if got := g.became(); got != want {
		p.t.Fatalf("%s: %s %s; expected: %s %s", fmt.Sprintf(story, args...), g.name, got, g.name, want)
	}
}

// An operator calls Drain once.
type operator struct {
	park   *park
	guests []*guest // who had to do with the gate before
	name   string
	ctx    context.Context
	end    context.CancelFunc // of ctx
	over   tally              // one: the call of Drain has ended
	err    error              // of Drain
	// How many of the guests had been let in when Drain returned, and how many
	// of those had left.
	began, ended int
}

func (p *park) newOperator(name string, kind kind) *operator {
	o := &operator{park: p, guests: p.guests, name: name}
	o.ctx, o.end = kind(p.t.Context())
	p.operators = append(p.operators, o)
	return o
}

func (o *operator) drain() {
	o.err = o.park.Drain(o.ctx)
	o.began, o.ended = count(o.guests)
	o.over.add()
}

// count returns how many of the guests have been let in, and how many of those
// have left.
func count(guests []*guest) (began, ended int) {
	for _, g := range guests {
		began += g.began.Now()
		ended += g.ended.now()
	}
	return began, ended
}

// comes lets the operator call Drain in a goroutine of its own.
func (o *operator) comes() *operator {
	schedule.Go(o.park.t, o.name, o.drain)
	return o
}

// drains is newOperator and comes, and returns when everybody has come to rest.
func (p *park) drains(name string) *operator {
	return p.drainsWith(context.WithCancel, name)
}

func (p *park) drainsWith(kind kind, name string) *operator {
	o := p.newOperator(name, kind).comes()
	schedule.Quiesce()
	return o
}

// sameCtx is the kind that is this operator's ctx itself.
func (o *operator) sameCtx(context.Context) (context.Context, context.CancelFunc) {
	return o.ctx, o.end
}

// What Drain did, as the end of a sentence about it.
const (
	waits  = "still waits"
	allOut = "returned nil"
	gaveUp = "returned ctx.Err()"
)

func (o *operator) did() string {
	switch {
	case o.over.now() == 0:
		return waits
	case o.err == nil:
		return allOut
	case o.err == o.ctx.Err():
		return gaveUp
	}
	return fmt.Sprintf("returned the error %q, which is not ctx.Err() (%v)", o.err, o.ctx.Err())
}

// expectDrain ends the test when that is not what the operator's Drain did.
func (p *park) expectDrain(o *operator, want, story string, args ...any) {
	p.t.Helper()
	if got := o.did(); got != want {
		p.t.Fatalf("%s: Drain %s; expected: it %s", fmt.Sprintf(story, args...), got, want)
	}
}

// expectOrder ends the test unless each of the guests either was refused or had
// left when Drain returned nil.
func (p *park) expectOrder(o *operator, story string, args ...any) {
	p.t.Helper()
	story = fmt.Sprintf(story, args...)
	p.expectDrain(o, allOut, "%s, and nobody is inside any more", story)
	began, _ := count(o.guests)
	switch {
	case o.ended < o.began:
		p.t.Fatalf("%s: Drain returned nil while somebody was inside; expected: it waits for everybody who was let in", story)
	case o.began < began:
		p.t.Fatalf("%s: Drain returned nil, and after that somebody was let in; expected: it waits for everybody who was let in, "+
			"and Do refuses all others", story)
	}
	for _, g := range o.guests {
		if g.became() != wentHome {
			p.expect(g, refused, "%s", story)
		}
	}
}

// A tally counts, unseen by the race detector. It is a Gauge that everybody
// leaves: to enter one is a point at which others may go on, and where none is
// needed it would only make more schedules.
type tally struct{ gauge schedule.Gauge }

func (c *tally) add()     { c.gauge.Leave() }
func (c *tally) now() int { return -c.gauge.Now() }

// A kind of ctx is a function that makes one, and what ends it.
type kind func(parent context.Context) (ctx context.Context, end context.CancelFunc)

func withCause(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	return ctx, func() { cancel(errors.New("it rains")) }
}

// withTimeout is the kind that ends by itself, a moment later.
func withTimeout(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithTimeout(parent, moment)
	return ctx, func() { time.Sleep(moment); cancel() }
}

// ended is the kind that has ended before anybody uses it.
func ended(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	cancel()
	return ctx, cancel
}

// background is the kind that most people pass first, and that never ends.
func background(context.Context) (context.Context, context.CancelFunc) {
	return context.Background(), func() {}
}

// neverEnds is that kind, but nobody ends it.
func neverEnds(kind kind) kind {
	return func(parent context.Context) (context.Context, context.CancelFunc) {
		ctx, _ := kind(parent)
		return ctx, func() {}
	}
}

// callersOwn is a kind that package context does not know. A descendant of it,
// or a function that context.AfterFunc is to call, has a goroutine that waits.
func callersOwn(parent context.Context) (context.Context, context.CancelFunc) {
	ctx := &ownContext{Context: parent, done: make(chan struct{})}
	return ctx, sync.OnceFunc(func() {
		ctx.over.add()
		close(ctx.done)
	})
}

type ownContext struct {
	context.Context
	done chan struct{}
	over tally
}

var errItRains = fmt.Errorf("it rains: %w", context.Canceled)

func (c *ownContext) Done() <-chan struct{} { return c.done }

func (c *ownContext) Err() error {
	if c.over.now() > 0 {
		return errItRains
	}
	return nil
}

// recovered returns the value that f panics with, or nil.
func recovered(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// theCaller has a name that can be found on a stack.
func theCaller(g *drain.Gate, f func()) error {
	return g.Do(f)
}
