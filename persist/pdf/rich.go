package pdf

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"racedesk/report"
)

// A rich line is made of pieces that are each set in one way, from its beginning on.
type rich struct {
	pieces []piece
	width  float64
	rtl    bool
}

// A piece is a part of a line, and how far from the line's beginning it is.
type piece struct {
	line
	bold bool
	at   float64
	url  string
}

// rich breaks spans into lines of at most a width.
func (p *press) rich(spans []report.Span, st style, width float64) []rich {
	var whole strings.Builder
	for _, s := range spans {
		whole.WriteString(s.Text)
	}
	space := p.width([]rune{' '}, st.bold) * st.size / 1000
	rtl := rightToLeft(whole.String())
	lines := p.broken(p.spansOf(spans, st), st, width)
	out := make([]rich, len(lines))
	for i, atoms := range lines {
		out[i] = assemble(atoms, space, rtl)
	}
	return out
}

// spansOf cuts spans at their spaces. What stands right behind the span before is
// glued to it.
func (p *press) spansOf(spans []report.Span, st style) []atom {
	var out []atom
	glue := false
	for _, s := range spans {
		st.bold = s.Bold
		for i, a := range p.atoms(s.Text, st) {
			a.glued = i == 0 && glue && !space(first(s.Text))
			a.url = cmp.Or(s.URL, a.url)
			out = append(out, a)
		}
		last, _ := utf8.DecodeLastRuneInString(s.Text)
		glue = !space(last)
	}
	return out
}

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func space(r rune) bool { return r == ' ' || r == '\t' }

// assemble puts the atoms of a line together: neighbours that are set the same way
// are one piece, so that they are ordered and kerned as one.
func assemble(atoms []atom, space float64, rtl bool) rich {
	r := rich{rtl: rtl}
	for from := 0; from < len(atoms); {
		to := from + 1
		for to < len(atoms) && atoms[to].bold == atoms[from].bold && atoms[to].url == atoms[from].url {
			to++
		}
		if from > 0 && !atoms[from].glued {
			r.width += space
		}
		l := compose(atoms[from:to], space, rtl)
		r.pieces = append(r.pieces, piece{l, atoms[from].bold, r.width, atoms[from].url})
		r.width += l.width
		from = to
	}
	return r
}

// putRich sets a line with its baseline at y, in a column at x. What leads somewhere
// is underlined, so that it is seen on paper too.
func (p *press) putRich(s *sheet, r rich, st style, x, y, width float64) {
	for _, piece := range r.pieces {
		st.bold = piece.bold
		at := x + piece.at
		if r.rtl {
			at = x + width - piece.at - piece.width
		}
		p.draw(s, piece.rs, st, at, y)
		if piece.url != "" {
			s.shapes = append(s.shapes, box(at, y+1.8, piece.width, 0.5, quiet))
			s.links = append(s.links, link{x: at, y: y - st.size, w: piece.width, h: st.lead, url: piece.url})
		}
	}
}
