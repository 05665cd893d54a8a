package pdf

import (
	"fmt"

	ot "github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// missing is drawn where no font has a letter, so that nothing vanishes.
const missing = '\uFFFD'

// A face is one font with what was measured of it. Widths are in thousandths
// of the type size, cut off as the file's own width table cuts them.
type face struct {
	name     string
	data     []byte
	font     *sfnt.Font
	buf      sfnt.Buffer
	upem     int
	adv      map[rune]int // -1 where the font lacks the letter
	kern     map[[2]rune]int
	text     map[rune]string       // what its codes stand for, of a font that the forge makes
	outlines map[rune][]ot.Segment // and how they look, in thousandths
	near     []int16               // the same for pairs of Latin letters, which are most: the painter asks for each one twice
}

// latin1 ends the letters whose pairs stand in face.near; asked marks a pair there
// that was looked up.
const (
	latin1 = 0x100
	asked  = 1 << 14
)

func newFace(name string, data []byte) (*face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", name, err)
	}
	return &face{name: name, data: data, font: f, upem: int(f.UnitsPerEm()),
		adv: map[rune]int{}, kern: map[[2]rune]int{}, near: make([]int16, latin1*latin1)}, nil
}

// has says whether the font can draw the letter.
func (f *face) has(r rune) bool { return f.advance(r) >= 0 }

// advance is the letter's width, or -1.
func (f *face) advance(r rune) int {
	if a, known := f.adv[r]; known {
		return a
	}
	a := -1
	if g := f.glyph(r); g != 0 {
		w, err := f.font.GlyphAdvance(&f.buf, g, fixed.Int26_6(f.upem), font.HintingNone)
		if err == nil {
			a = int(w) * 1000 / f.upem
		}
	}
	f.adv[r] = a
	return a
}

// glyph is the letter's place in the font, 0 where it has none.
func (f *face) glyph(r rune) sfnt.GlyphIndex {
	if f.font == nil { // it is made when all its letters are known, and has their widths
		return 0
	}
	g, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		return 0
	}
	return g
}

// closer is what two neighbours move apart, or together where it is below zero,
// in the font's own units. A space keeps its width, so that lines can be
// measured word by word.
func (f *face) closer(a, b rune) int {
	if a >= private || b >= private {
		return 0
	}
	if a < latin1 && b < latin1 {
		k := &f.near[a*latin1+b]
		if *k == 0 {
			*k = int16(f.pair(a, b) + asked)
		}
		return int(*k) - asked
	}
	k, known := f.kern[[2]rune{a, b}]
	if !known {
		k = f.pair(a, b)
		f.kern[[2]rune{a, b}] = k
	}
	return k
}

// pair looks up in the font what closer keeps.
func (f *face) pair(a, b rune) int {
	ga, gb := f.glyph(a), f.glyph(b)
	if a == ' ' || b == ' ' || ga == 0 || gb == 0 {
		return 0
	}
	k, err := f.font.Kern(&f.buf, ga, gb, fixed.Int26_6(f.upem), font.HintingNone)
	if err != nil {
		return 0
	}
	return int(k)
}

// step is how far the pen goes for a letter that stands behind another one of
// the same font, or behind none where that is 0.
func (f *face) step(before, r rune) int {
	w := max(0, f.advance(r))
	if before != 0 {
		w += f.closer(before, r) * 1000 / f.upem
	}
	return w
}

// width measures text that is all in this font.
func (f *face) width(text []rune) int {
	sum, before := 0, rune(0)
	for _, r := range text {
		sum, before = sum+f.step(before, r), r
	}
	return sum
}
