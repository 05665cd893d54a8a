package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes the text of one paragraph ready to shape: composed letters, and of
// what has no look of its own only what changes the look of its neighbours.
func clean(text string) []rune {
	composed := []rune(norm.NFC.String(strings.ReplaceAll(text, "\r\n", "\n")))
	out := composed[:0]
	for _, r := range composed {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			out = append(out, ' ')
		case r >= private || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF: // ours, or no letter at all
			out = append(out, missing)
		case steers(r):
		default:
			out = append(out, r)
		}
	}
	return out
}

// bare says whether a text stands for itself: most do.
func bare(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= firstMark || invisible(r) })
}

// firstMark begins the marks that compose with the letter before them; nothing
// before it joins or composes.
const firstMark = 0x300

// What joins letters that else stand apart, and keeps apart what else joins.
const (
	zwj  = '\u200D'
	zwnj = '\u200C'
)

// invisible says whether a rune is not seen by itself.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf) || unicode.Is(unicode.Variation_Selector, r)
}

// steers says whether a rune turns the text around it or tells where a line may
// end, and is left out: the order is the letters' own.
func steers(r rune) bool {
	tag := r >= 0xE0020 && r <= 0xE007F // of the flags of countries within countries
	return unicode.In(r, unicode.Cc, unicode.Cf) && r != zwj && r != zwnj && !tag
}
