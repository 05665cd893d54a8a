package pdf

import (
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// missing is drawn where no font has a letter, so that nothing vanishes.
const missing = '\uFFFD'

// A face is one font with what was measured of it. Widths are in thousandths
// of the type size, cut off as the file's own width table cuts them.
type face struct {
	name string
	data []byte
	font *sfnt.Font
	buf  sfnt.Buffer
	upem int
	adv  map[rune]int // -1 where the font lacks the letter
}

func newFace(name string, data []byte) (*face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", name, err)
	}
	return &face{name: name, data: data, font: f, upem: int(f.UnitsPerEm()),
		adv: map[rune]int{}}, nil
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
	g, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		return 0
	}
	return g
}

// width measures text that is all in this font, in thousandths of the size.
func (f *face) width(text []rune) int {
	sum := 0
	for _, r := range text {
		sum += max(0, f.advance(r))
	}
	return sum
}
