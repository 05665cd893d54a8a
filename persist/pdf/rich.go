package pdf

import (
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

// A strip is an atom with how it is set.
type strip struct {
	atom
	bold bool
	url  string
}

// rich breaks spans into lines of at most a width.
func (p *press) rich(spans []report.Span, st style, width float64) []rich {
	var whole strings.Builder
	for _, s := range spans {
		whole.WriteString(s.Text)
	}
	strips := p.strips(spans, st, width)
	atoms := make([]atom, len(strips))
	for i, s := range strips {
		atoms[i] = s.atom
	}
	space := p.width([]rune{' '}, st.bold) * st.size / 1000
	rtl := rightToLeft(whole.String())
	starts := breaks(atoms, space, width)
	out := make([]rich, len(starts))
	for i, from := range starts {
		to := len(strips)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		out[i] = assemble(strips[from:to], space, rtl)
	}
	return out
}

// strips cuts spans at their spaces. What stands right behind the span before is glued
// to it.
func (p *press) strips(spans []report.Span, st style, width float64) []strip {
	var out []strip
	glue := false
	for _, s := range spans {
		st.bold = s.Bold
		for i, a := range p.atoms(s.Text, st, width) {
			a.glued = a.glued || i == 0 && glue && !space(first(s.Text))
			url := s.URL
			if url == "" {
				url = a.url
			}
			a.rs = append([]rune(nil), a.rs...) // the scratch is used again
			a.url = ""
			out = append(out, strip{a, s.Bold, url})
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

// assemble puts the strips of a line together: neighbours that are set the same way
// are one piece, so that they are ordered and kerned as one.
func assemble(strips []strip, space float64, rtl bool) rich {
	r := rich{rtl: rtl}
	for i := 0; i < len(strips); {
		end := i
		var atoms []atom
		for end < len(strips) && strips[end].bold == strips[i].bold && strips[end].url == strips[i].url {
			atoms = append(atoms, strips[end].atom)
			end++
		}
		if i > 0 && !strips[i].glued {
			r.width += space
		}
		l := compose(atoms, space, rtl)
		r.pieces = append(r.pieces, piece{l, strips[i].bold, r.width, strips[i].url})
		r.width += l.width
		i = end
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
