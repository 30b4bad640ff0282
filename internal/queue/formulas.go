package queue

// The formulas below take the load in erlangs: guests per second, times the
// seconds that one of them takes to serve. It is the number of servers that would
// be busy on average if there were enough.

// ErlangB returns the share of guests who are turned away when so many servers
// have no line in front of them: Erlang's loss formula. It depends on the mean
// of the work only, not on how the work varies. servers is not negative.
func ErlangB(servers int, load float64) float64 {
	b := 1.0 // with no server at all
	for n := 1; n <= servers; n++ {
		b = load * b / (float64(n) + load*b)
	}
	return b
}

// ErlangC returns the share of guests who have to wait when the line in front of
// the servers has no end, and the work is Random. From a load of as many as there
// are servers on, that is everybody.
func ErlangC(servers int, load float64) float64 {
	if load >= float64(servers) {
		return 1
	}
	b := ErlangB(servers, load)
	return b / (1 - load/float64(servers)*(1-b))
}

// ServersFor returns the smallest number of servers that turns away at most that
// share of the guests, which is greater than 0.
func ServersFor(load, share float64) int {
	n := 0
	for b := 1.0; b > share; {
		n++
		b = load * b / (float64(n) + load*b)
	}
	return n
}

// MeanStayOfOne returns the mean stay at one server with an endless line and
// guests at random, in units of the mean work. variety says how the work varies:
// 0 for Steady, 1 for Random (the variance, divided by the square of the mean).
// This is the formula of Pollaczek and Khinchine. busy is below 1.
func MeanStayOfOne(busy, variety float64) float64 {
	return 1 + busy/(1-busy)*(1+variety)/2
}
