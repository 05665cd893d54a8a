package pdf

import (
	"fmt"
	"path/filepath"
	"time"

	"golang.org/x/text/unicode/norm"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

// A style is how a text is set.
type style struct {
	bold       bool
	size, lead float64
	ink        ink
}

// The styles of the report.
var (
	body     = style{false, 10.5, 15, black}
	strong   = style{true, 10.5, 15, black}
	note     = style{false, 8.5, 12, quiet}
	noteBold = style{true, 8.5, 12, black}
	small    = style{false, 9.5, 13, black}
	tiny     = style{false, 7.5, 9, quiet}
	title1   = style{true, 20, 26, black}
	title2   = style{true, 13, 18, black}
)

// A press knows the board, the wordings and the fonts of one report.
type press struct {
	b        *model.Board
	w        *words.Words
	at       time.Time
	langs    []*words.Words // that the report is written out in; only w where there are none
	history  []model.Edit
	groups   []model.Group
	regular  *face
	bold     *face
	extra    []*face
	lacking  map[rune]rune // what stands for a letter that no font has
	fallback fallback
	words    map[wordKey]word
	scratch  []atom // of the paragraph at hand
}

func newPress(b *model.Board, w *words.Words, at time.Time) (*press, error) {
	regular, err := newFace("NotoSans-Regular", assets.FontRegular)
	if err != nil {
		return nil, err
	}
	bold, err := newFace("NotoSans-Bold", assets.FontBold)
	if err != nil {
		return nil, err
	}
	return &press{b: b, w: w, at: at, groups: b.Groups(), regular: regular, bold: bold,
		lacking: map[rune]rune{}, words: map[wordKey]word{},
		fallback: fallback{files: systemFonts, usable: paintable}}, nil
}

// pick returns the face that draws a letter, and the letter that it draws: the
// replacement mark where no font has it.
func (p *press) pick(r rune, bold bool) (*face, rune) {
	first := p.regular
	if bold {
		first = p.bold
	}
	if r == noBreak {
		r = ' ' // it has done its work, and a search in the file is for a space
	}
	switch {
	case first.has(r):
		return first, r
	case r > 0xFFFF: // copied from the file it would be another letter
		return first, missing
	}
	if other, known := p.lacking[r]; known {
		return p.stand(other, first, bold)
	}
	for _, f := range p.extra {
		if f.has(r) {
			return f, r
		}
	}
	if f := p.fallback.find(r); f != nil {
		f.name = fmt.Sprintf("%s-%d", filepath.Base(f.name), len(p.extra)) // no one's folders in the file
		p.extra = append(p.extra, f)
		return f, r
	}
	p.lacking[r] = missing
	if plain := []rune(norm.NFKC.String(string(r))); len(plain) == 1 && plain[0] != r {
		p.lacking[r] = plain[0] // a joined form as the bare letter, ① as 1
	}
	return p.stand(p.lacking[r], first, bold)
}

// stand returns what is drawn in place of a letter.
func (p *press) stand(other rune, first *face, bold bool) (*face, rune) {
	if other == missing {
		return first, missing
	}
	return p.pick(other, bold)
}

// width measures letters at size 1000.
func (p *press) width(rs []rune, bold bool) float64 {
	sum, last, before := 0, (*face)(nil), rune(0)
	for _, r := range rs {
		f, drawn := p.pick(r, bold)
		if f != last {
			last, before = f, 0
		}
		sum, before = sum+f.step(before, drawn), drawn
	}
	return float64(sum)
}

// breadth measures a text on one line in a style.
func (p *press) breadth(text string, st style) float64 {
	return p.width(letters(text), st.bold) * st.size / 1000
}

// draw sets letters that are in visual order, one run for each font.
func (p *press) draw(s *sheet, rs []rune, st style, x, y float64) {
	var f *face
	drawn := make([]rune, 0, len(rs))
	flush := func() {
		if len(drawn) > 0 {
			s.runs = append(s.runs, run{x: x, y: y, text: string(drawn), face: f, size: st.size, ink: st.ink})
		}
	}
	for _, r := range rs {
		next, letter := p.pick(r, st.bold)
		if next != f {
			flush()
			x += float64(f.width(drawn)) * st.size / 1000
			f, drawn = next, drawn[:0]
		}
		drawn = append(drawn, letter)
	}
	flush()
}

// line sets a short text on one line, cut off with an ellipsis at a width, and
// returns how wide it is.
func (p *press) line(s *sheet, text string, st style, x, y, w float64, right bool) float64 {
	whole := letters(text)
	rs := whole
	for wide := min(len(rs), 400); p.width(rs, st.bold)*st.size/1000 > w && wide > 0; {
		wide -= max(1, wide/20)
		rs = append(whole[:wide:wide], '…')
	}
	rs = visual(rs, rightToLeft(text))
	used := p.width(rs, st.bold) * st.size / 1000
	if right {
		x += w - used
	}
	p.draw(s, rs, st, x, y)
	return used
}
