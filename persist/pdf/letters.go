package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters makes the text of one paragraph ready to set: composed letters,
// Arabic ones joined, nothing that has no look of its own.
func letters(text string) []rune {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= firstMark || invisible(r) }) {
		return []rune(text) // most texts stand for themselves
	}
	composed := []rune(norm.NFC.String(text))
	joined := join(composed)
	out := joined[:0]
	for i, r := range joined {
		switch {
		case r == '\t' || r == '\n':
			out = append(out, ' ')
		case i > 0 && joined[i-1] == zwj && r > 0xFFFF:
			// the rest of an emoji that is put together from several
		case invisible(r):
		default:
			out = append(out, r)
		}
	}
	return out
}

// firstMark begins the marks that compose with the letter before them; nothing
// before it joins or composes.
const firstMark = 0x300

const zwj = '\u200D'

// invisible says whether a rune steers its neighbours instead of being seen.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf) || unicode.Is(unicode.Variation_Selector, r) ||
		r >= 0x1F3FB && r <= 0x1F3FF // skin tones
}

// forms lists the presentation forms of an Arabic letter: alone, final and, for
// letters that join to both sides, initial and medial. Unicode keeps them in
// this order and says what letter each is a form of.
var forms = func() map[rune][]rune {
	made := map[rune][]rune{'\u0640': {'\u0640', '\u0640', '\u0640', '\u0640'}, zwj: {zwj, zwj, zwj, zwj}}
	for _, block := range [][2]rune{{0xFE80, 0xFEF4}, {0xFB50, 0xFBFF}} {
		for r := block[0]; r <= block[1]; r++ {
			base := []rune(norm.NFKD.String(string(r)))
			if composed := []rune(norm.NFKC.String(string(r))); len(composed) == 1 {
				base = composed
			}
			if len(base) == 1 && base[0] != r {
				made[base[0]] = append(made[base[0]], r)
			}
		}
	}
	return made
}()

// lamAlefs are the joined forms that lam must take with an alef: alone, final.
var lamAlefs = map[rune][2]rune{
	'\u0622': {0xFEF5, 0xFEF6}, '\u0623': {0xFEF7, 0xFEF8},
	'\u0625': {0xFEF9, 0xFEFA}, '\u0627': {0xFEFB, 0xFEFC},
}

const lam = '\u0644'

// join replaces Arabic letters by the forms that they take beside each other.
func join(rs []rune) []rune {
	out := make([]rune, 0, len(rs))
	skip := -1
	for i, r := range rs {
		f := forms[r]
		if i == skip {
			continue
		}
		if len(f) == 0 {
			out = append(out, r)
			continue
		}
		before := len(f) > 1 && len(forms[rs[neighbour(rs, i, -1)]]) >= 4 && neighbour(rs, i, -1) != i
		next := neighbour(rs, i, 1)
		if pair, ok := lamAlefs[rs[next]]; ok && r == lam {
			out, skip = append(out, pair[bit(before)]), next
			continue
		}
		after := len(f) >= 4 && next != i && len(forms[rs[next]]) > 1
		out = append(out, f[bit(before)+2*bit(after)])
	}
	return out
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// neighbour is the index of the nearest rune that is not a mark, or i itself.
func neighbour(rs []rune, i, step int) int {
	for j := i + step; j >= 0 && j < len(rs); j += step {
		if !unicode.Is(unicode.Mn, rs[j]) {
			return j
		}
	}
	return i
}
