package queue

import (
	"slices"
	"time"
)

// Share returns how many of the visits are as is says, from 0 to 1; 0 of none.
func Share(visits []Visit, is func(Visit) bool) float64 {
	n := 0
	for _, v := range visits {
		if is(v) {
			n++
		}
	}
	return float64(n) / float64(max(len(visits), 1))
}

// Goodput returns how many guests a second a station that nobody has been at
// answers within patience, when so many come each second, at random moments, for a
// minute.
func Goodput(station Station, perSecond float64, work Times, patience time.Duration) float64 {
	crowd := Crowd{Guests: int(60 * perSecond), Gap: Random(Every(perSecond)), Work: work}
	visits := crowd.Visit(&station)
	return perSecond * Share(visits, func(v Visit) bool { return v.Answered(patience) })
}

// Those returns the visits that are as is says.
func Those(visits []Visit, is func(Visit) bool) []Visit {
	var those []Visit
	for _, v := range visits {
		if is(v) {
			those = append(those, v)
		}
	}
	return those
}

// MeanStay returns the mean of the stays; 0 of none.
func MeanStay(visits []Visit) time.Duration {
	var sum time.Duration
	for _, v := range visits {
		sum += v.Stay()
	}
	return sum / time.Duration(max(len(visits), 1))
}

// SlowestStay returns the stay that only so many per cent of the guests exceed:
// with 1, the 99th percentile. It panics when there are no visits.
func SlowestStay(visits []Visit, percent int) time.Duration {
	stays := make([]time.Duration, len(visits))
	for i, v := range visits {
		stays[i] = v.Stay()
	}
	slices.Sort(stays)
	return stays[(len(stays)-1)*(100-percent)/100]
}

// Rate returns how many visits began in a second, from the first to the last. The
// visits are in the order in which they came, and more than one.
func Rate(visits []Visit) float64 {
	return float64(len(visits)-1) / (visits[len(visits)-1].Came - visits[0].Came).Seconds()
}

// Instants returns the moments from one to the other, every so often.
func Instants(from, to, every time.Duration) []time.Duration {
	var at []time.Duration
	for t := from; t <= to; t += every {
		at = append(at, t)
	}
	return at
}

// Seen returns how many guests had come at each of some ascending instants, and
// how many had left. The difference is the number inside. The visits are in the
// order in which they came.
func Seen(visits []Visit, at []time.Duration) (come, gone []float64) {
	leaving := make([]time.Duration, len(visits))
	for i, v := range visits {
		leaving[i] = v.Left
	}
	slices.Sort(leaving)
	in, out := 0, 0
	for _, t := range at {
		for in < len(visits) && visits[in].Came <= t {
			in++
		}
		for out < len(leaving) && leaving[out] <= t {
			out++
		}
		come, gone = append(come, float64(in)), append(gone, float64(out))
	}
	return come, gone
}

// MeanInside returns the mean number of guests inside, as somebody sees it who
// looks every so often while they come. The visits are in the order in which
// they came.
func MeanInside(visits []Visit, every time.Duration) float64 {
	come, gone := Seen(visits, Instants(visits[0].Came, visits[len(visits)-1].Came, every))
	sum := 0.0
	for i := range come {
		sum += come[i] - gone[i]
	}
	return sum / float64(len(come))
}
