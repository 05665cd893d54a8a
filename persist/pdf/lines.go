package pdf

import (
	"slices"

	"golang.org/x/text/unicode/bidi"

	"racedesk/assets/hyphens"
)

// An atom is a word in its size, or a piece of one.
type atom struct {
	rs     []rune
	width  float64
	bold   bool
	url    string
	glued  bool   // stands right after the one before
	raw    string // as it was written; none of a piece of a word
	joints []int  // of a piece: the letters of its word before which that may be parted
	gone   int    // of a piece: the letters of its word that stand before it
}

// A breaker breaks a paragraph into lines.
type breaker struct {
	*press
	st     style
	width  float64
	space  float64
	atoms  []atom
	lines  [][]atom
	from   int // the atom that the line at hand begins with
	used   float64
	parted int // lines in a row that end in a part of a word
	speech *hyphens.Patterns
	heard  bool // the language was listened for
}

const (
	mostParted = 2    // lines in a row that may end in a part of a word
	raggedMost = 36.0 // points that a line may stay short before a word is parted
)

// broken breaks a paragraph's atoms into lines of at most a width. It ends for
// every text and every width: a line holds at least one letter.
func (p *press) broken(atoms []atom, st style, width float64) [][]atom {
	b := breaker{press: p, st: st, width: width, atoms: atoms, space: p.width([]rune{' '}, st.bold) * st.size / 1000}
	for i := 0; i < len(b.atoms); i++ {
		a := b.atoms[i]
		gap := b.gap(i)
		switch {
		case b.used+gap+a.width <= width:
			b.used += gap + a.width
		case b.part(i, width-b.used-gap):
			i--
		case i > b.from:
			i = b.turn(i) - 1
		case len(a.rs) > 1:
			b.cut(i)
			i--
		default:
			b.used = a.width
		}
	}
	b.lines = append(b.lines, b.atoms[b.from:])
	b.company()
	return b.lines
}

// gap is what stands between an atom and the one before it on its line.
func (b *breaker) gap(i int) float64 {
	if i == b.from || b.atoms[i].glued {
		return 0
	}
	return b.space
}

// turn ends the line before an atom, or before what that one is glued to, and
// returns with which one the next line begins.
func (b *breaker) turn(i int) int {
	for i > b.from && b.atoms[i].glued {
		i--
	}
	if i == b.from { // all of the line is one word
		for i++; i < len(b.atoms)-1 && b.widthOf(b.from, i+1) <= b.width; i++ {
		}
	}
	b.lines = append(b.lines, b.atoms[b.from:i:i])
	b.from, b.used, b.parted = i, 0, 0
	return i
}

// widthOf is how wide atoms are that are glued together.
func (b *breaker) widthOf(from, to int) float64 {
	sum := 0.0
	for _, a := range b.atoms[from:to] {
		sum += a.width
	}
	return sum
}

// part ends the line with as much of a word as there is room for, behind a hyphen,
// and says whether it did.
func (b *breaker) part(i int, room float64) bool {
	a := b.atoms[i]
	alone := i == b.from // there is no other line that it fits on
	if !alone && (b.parted == mostParted || b.last(i) || a.glued || room < 0) {
		return false
	}
	at, soft := b.joints(a)
	if len(at) == 0 || !alone && !soft && room < min(raggedMost, b.width/6) {
		return false
	}
	hyphen, best, wide := b.hyphen(a.bold), -1, 0.0
	for k, n := range at {
		w := b.press.width(append(slices.Clone(a.rs[:n-a.gone]), hyphen), a.bold) * b.st.size / 1000
		if w > room {
			break
		}
		best, wide = k, w
	}
	if best < 0 {
		return false
	}
	n := at[best] - a.gone
	head := atom{rs: append(slices.Clone(a.rs[:n]), hyphen), width: wide, bold: a.bold, url: a.url, glued: a.glued}
	rest := a.width - b.press.width(a.rs[:n], a.bold)*b.st.size/1000
	b.end(i, head, atom{rs: a.rs[n:], width: rest, bold: a.bold, url: a.url, joints: at[best+1:], gone: a.gone + n})
	b.parted++
	return true
}

// joints returns where an atom may be parted, and whether its writer said so.
func (b *breaker) joints(a atom) (at []int, soft bool) {
	if a.raw == "" {
		return a.joints, false
	}
	if soft := softly(a); soft != nil {
		return soft, true
	}
	if !b.st.parts {
		return nil, false
	}
	if !b.heard {
		b.speech, b.heard = spoken(b.atoms, b.w), true
	}
	return jointsOf(b.speech, a), false
}

// last says whether an atom belongs to the last word.
func (b *breaker) last(i int) bool {
	return !slices.ContainsFunc(b.atoms[i+1:], func(a atom) bool { return !a.glued })
}

// cut ends the line with as many letters as it holds of a word that no line holds.
func (b *breaker) cut(i int) {
	a, n, sum := b.atoms[i], 0, 0.0
	for n < len(a.rs) {
		wide := b.press.width(a.rs[n:n+1], a.bold) * b.st.size / 1000
		if n > 0 && sum+wide > b.width {
			break
		}
		n, sum = n+1, sum+wide
	}
	if n == len(a.rs) { // letters that stand closer than alone
		b.used, b.atoms[i].width = sum, min(sum, b.width)
		return
	}
	b.end(i, atom{rs: a.rs[:n], width: sum, bold: a.bold, url: a.url}, atom{rs: a.rs[n:], width: a.width - sum, bold: a.bold, url: a.url})
	b.parted = 0
}

// end ends the line with the head of an atom; its tail begins the next.
func (b *breaker) end(i int, head, tail atom) {
	b.lines = append(b.lines, append(slices.Clone(b.atoms[b.from:i]), head))
	b.atoms[i] = tail
	b.from, b.used = i, 0
}

// company lets the word before it come along with a short word that would be left
// alone on the last line.
func (b *breaker) company() {
	n := len(b.lines)
	if n < 2 || len(b.lines[n-1]) != 1 {
		return
	}
	before, alone := b.lines[n-2], b.lines[n-1][0]
	if len(before) < 3 || alone.raw == "" {
		return
	}
	along := before[len(before)-1]
	if alone.width < b.width/4 && !alone.glued && !along.glued && along.width+b.space+alone.width <= b.width {
		b.lines[n-2], b.lines[n-1] = before[:len(before)-1], []atom{along, alone}
	}
}

// hyphen is what stands at the end of a line that ends in a part of a word. It is
// copied out of the file as a soft hyphen, so that the word is found whole.
func (p *press) hyphen(bold bool) rune {
	key := "hyphen"
	if bold {
		key = "bold hyphen"
	}
	return p.forge.code(key, string(softHyphen), bidi.L, func() form {
		own := p.own[bit(bold)]
		g, _ := own.face.NominalGlyph('-')
		return form{own.outline(g, 0, 0), int(own.face.HorizontalAdvance(g) * 1000 / float32(own.face.Upem()))}
	})
}
