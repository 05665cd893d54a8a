package pdf

import (
	"time"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

// A style is how a text is set.
type style struct {
	bold       bool
	size, lead float64
	ink        ink
	parts      bool // whether words may be parted at the end of a line
}

// look is a style whose words stay whole.
func look(bold bool, size, lead float64, color ink) style {
	return style{bold: bold, size: size, lead: lead, ink: color}
}

// parted is the same for running text, whose words may be parted.
func (st style) parted() style { st.parts = true; return st }

// The styles of the report.
var (
	body     = look(false, 10.5, 15, black)
	strong   = look(true, 10.5, 15, black)
	note     = look(false, 8.5, 12, quiet)
	noteBold = look(true, 8.5, 12, black)
	small    = look(false, 9.5, 13, black)
	tiny     = look(false, 7.5, 9, quiet)
	title1   = look(true, 20, 26, black)
	title2   = look(true, 13, 18, black)
)

// A press knows the board, the wordings and the fonts of one report.
type press struct {
	b       *model.Board
	w       *words.Words
	at      time.Time
	langs   []*words.Words // that the report is written out in; only w where there are none
	again   bool           // it was written out in another one before
	history []model.Edit
	groups  []model.Group
	regular *face
	bold    *face
	*shaper
	words   map[wordKey]word
	scratch []atom // of the paragraph at hand
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
	shaper, err := newShaper()
	if err != nil {
		return nil, err
	}
	return &press{b: b, w: w, at: at, groups: b.Groups(), regular: regular, bold: bold,
		shaper: shaper, words: map[wordKey]word{}}, nil
}

// letters makes a text ready to set.
func (p *press) letters(text string, bold bool) []rune {
	if bare(text) {
		return []rune(text)
	}
	return p.set(text, bold)
}

// pick returns the face that draws a letter or a form, and the letter that it
// draws: the replacement mark where there is none.
func (p *press) pick(r rune, bold bool) (*face, rune) {
	first := p.regular
	if bold {
		first = p.bold
	}
	switch {
	case r >= private:
		return p.forge.face, r
	case r == noBreak:
		return first, ' ' // it has done its work, and a search in the file is for a space
	case first.has(r):
		return first, r
	}
	return first, missing
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
	return p.width(p.letters(text, st.bold), st.bold) * st.size / 1000
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
	whole := p.letters(text, st.bold)
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
