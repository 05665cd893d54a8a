package pdf

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// rightToLeft says whether a paragraph runs from right to left: whether its
// first letter that has a direction does.
func rightToLeft(text string) bool {
	for _, r := range text {
		switch class(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

func class(r rune) bidi.Class {
	if r < 0x300 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
		return bidi.L
	}
	if r >= private {
		return kinds[(r-private)/perKind]
	}
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// firstRightToLeft begins the Hebrew block: no letter or digit before it runs
// from right to left.
const firstRightToLeft = 0x590

// visual puts the letters of one line in the order in which they stand on
// paper, by the Unicode bidirectional algorithm without its control characters
// (they are dropped before).
func visual(rs []rune, rtl bool) []rune {
	if !rtl && !slices.ContainsFunc(rs, func(r rune) bool { return r >= firstRightToLeft }) {
		return rs
	}
	classes := make([]bidi.Class, len(rs))
	for i, r := range rs {
		classes[i] = class(r)
	}
	base := bidi.L
	if rtl {
		base = bidi.R
	}
	weak(classes, base)
	brackets(rs, classes, base)
	neutral(classes, base)
	return turned(rs, levels(classes, bit(rtl)))
}

// weak settles numbers and what stands between and beside them (W1 to W7).
func weak(cs []bidi.Class, base bidi.Class) {
	arabic(cs, base)
	separators(cs)
	terminators(cs)
	latin(cs, base)
}

// arabic lets marks follow their letter, and numbers the Arabic letters that they
// stand behind (W1, W2).
func arabic(cs []bidi.Class, base bidi.Class) {
	strong, before := base, base
	for i, c := range cs {
		switch {
		case c == bidi.NSM:
			c = before
		case c == bidi.EN && strong == bidi.AL:
			c = bidi.AN
		}
		if c == bidi.L || c == bidi.R || c == bidi.AL {
			strong = c
		}
		cs[i], before = c, c
	}
}

// separators lets a sign within a number go with it (W4).
func separators(cs []bidi.Class) {
	for i := 1; i+1 < len(cs); i++ {
		c, around := cs[i], cs[i-1]
		if around != cs[i+1] || (c != bidi.ES && c != bidi.CS) {
			continue
		}
		if around == bidi.EN || (c == bidi.CS && around == bidi.AN) {
			cs[i] = around
		}
	}
}

// latin makes Arabic letters plain right-to-left ones, and numbers behind Latin
// letters a part of them (W3, W7).
func latin(cs []bidi.Class, base bidi.Class) {
	strong := base
	for i, c := range cs {
		switch c {
		case bidi.AL:
			cs[i], strong = bidi.R, bidi.R
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				cs[i] = bidi.L
			}
		}
	}
}

// terminators lets signs such as % and € go with the number they stand at (W5).
func terminators(cs []bidi.Class) {
	for i := range cs {
		if cs[i] == bidi.ET && i > 0 && cs[i-1] == bidi.EN {
			cs[i] = bidi.EN
		}
	}
	for i := len(cs) - 2; i >= 0; i-- {
		if cs[i] == bidi.ET && cs[i+1] == bidi.EN {
			cs[i] = bidi.EN
		}
	}
}

func levels(cs []bidi.Class, base int) []int {
	out := make([]int, len(cs))
	for i, c := range cs {
		switch {
		case c == bidi.R:
			out[i] = 1
		case c == bidi.L && base == 0:
			out[i] = 0
		default:
			out[i] = 2
		}
	}
	return out
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// turned reverses every stretch at or above each level, the highest first (L2),
// and mirrors brackets that run from right to left (L4).
func turned(rs []rune, levels []int) []rune {
	out := slices.Clone(rs)
	levels = slices.Clone(levels)
	for i, r := range out {
		if levels[i] == 1 {
			out[i] = mirrored(r)
		}
	}
	for level := 2; level >= 1; level-- {
		for i := 0; i < len(out); i++ {
			end := i
			for end < len(out) && levels[end] >= level {
				end++
			}
			slices.Reverse(out[i:end])
			slices.Reverse(levels[i:end])
			i = max(i, end)
		}
	}
	return out
}

func mirrored(r rune) rune {
	switch r {
	case '<':
		return '>'
	case '>':
		return '<'
	case '«':
		return '»'
	case '»':
		return '«'
	}
	return []rune(bidi.ReverseString(string(r)))[0]
}
