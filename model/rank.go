package model

import "math"

// A Rank is a card's place in its column: lower is higher up, equal ranks (two
// desks that used the same gap at once) are told apart by the card's ID. Whole
// numbers with wide gaps need no collation and no parsing; a gap that is used
// up is opened again by spreading the neighbours in the same Edit.
type Rank int64

// gap is the distance between cards added one after the other. It leaves room
// for 2^31 cards at either end and for 32 halvings between two.
const gap Rank = 1 << 32

// between returns a rank strictly between two, and whether there is room. A nil
// end is open.
func between(lo, hi *Rank) (Rank, bool) {
	switch {
	case lo == nil && hi == nil:
		return 0, true
	case hi == nil:
		return *lo + gap, *lo <= math.MaxInt64-gap
	case lo == nil:
		return *hi - gap, *hi >= math.MinInt64+gap
	}
	mid := *lo + (*hi-*lo)/2
	return mid, *lo < mid && mid < *hi
}

// spread returns n ranks evenly between two, and whether there is room. A nil
// end is open.
func spread(lo, hi *Rank, n int) ([]Rank, bool) {
	from, step, room := Rank(0), gap, true
	reach := gap * Rank(n+1)
	switch {
	case lo != nil && hi != nil:
		from, step = *lo, (*hi-*lo)/Rank(n+1)
	case lo != nil:
		from, room = *lo, *lo <= math.MaxInt64-reach
	case hi != nil:
		from, room = *hi-reach, *hi >= math.MinInt64+reach
	}
	ranks := make([]Rank, n)
	for i := range ranks {
		ranks[i] = from + step*Rank(i+1)
	}
	return ranks, room && step > 1
}
