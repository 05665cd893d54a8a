package pdf

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// brackets finds pairs and lets the two of each run the same way (N0).
func brackets(rs []rune, cs []bidi.Class, base bidi.Class) {
	var open []int
	var pairs [][2]int
	for i, r := range rs {
		p, _ := bidi.LookupRune(r)
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			open = append(open, i)
		default:
			for n, at := range slices.Backward(open) {
				if mirrored(rs[at]) == r {
					pairs, open = append(pairs, [2]int{at, i}), open[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] }) // the outer before the inner
	for _, p := range pairs {
		if to := paired(cs, p[0], p[1], base); to != bidi.ON {
			cs[p[0]], cs[p[1]] = to, to
		}
	}
}

// paired is the direction of a pair of brackets: that of the paragraph, unless
// all that they hold and what stands before them runs the other way.
func paired(cs []bidi.Class, from, to int, base bidi.Class) bidi.Class {
	held := bidi.ON
	for _, c := range cs[from+1 : to] {
		switch way(c) {
		case base:
			return base
		case bidi.ON:
		default:
			held = way(c)
		}
	}
	if held == bidi.ON {
		return bidi.ON
	}
	for _, c := range slices.Backward(cs[:from]) {
		if w := way(c); w != bidi.ON {
			return w
		}
	}
	return base
}

// way is the direction that a letter or number gives its surroundings.
func way(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral gives spaces and signs the direction that surrounds them (N1, N2).
func neutral(cs []bidi.Class, base bidi.Class) {
	side := func(i int) bidi.Class {
		if i < 0 || i >= len(cs) {
			return base
		}
		return way(cs[i])
	}
	for i := 0; i < len(cs); i++ {
		end := i
		for end < len(cs) && way(cs[end]) == bidi.ON {
			end++
		}
		to := base
		if side(i-1) == side(end) {
			to = side(end)
		}
		for ; i < end; i++ {
			cs[i] = to
		}
	}
}
