package pdf

import (
	"net/url"
	"slices"
	"strings"
)

// A line is one line of a paragraph, its letters in visual order.
type line struct {
	rs    []rune
	width float64
	rtl   bool
	spans []span
}

// A span is the part of a line that leads to an address.
type span struct {
	x, width float64
	url      string
}

// An atom is a word, or a piece of one that is wider than the column.
type atom struct {
	rs    []rune
	width float64
	url   string
	glued bool // stands right after the one before
}

// wrap breaks a text into lines of at most a width; each \n begins a new one.
// It ends for every text and every width: a line holds at least one letter.
func (p *press) wrap(text string, st style, width float64) []line {
	var out []line
	for para := range strings.SplitSeq(text, "\n") {
		out = append(out, p.paragraph(para, st, width)...)
	}
	return out
}

func (p *press) paragraph(text string, st style, width float64) []line {
	rs := letters(text)
	rtl := rightToLeft(rs)
	space := p.width([]rune{' '}, st.bold) * st.size / 1000
	var out []line
	var cur []atom
	used := 0.0
	for _, a := range p.atoms(rs, st, width) {
		gap := space
		if len(cur) == 0 || a.glued {
			gap = 0
		}
		if len(cur) > 0 && used+gap+a.width > width {
			out = append(out, compose(cur, space, rtl))
			cur, used, gap = nil, 0, 0
		}
		cur, used = append(cur, a), used+gap+a.width
	}
	if len(cur) > 0 || len(out) == 0 {
		out = append(out, compose(cur, space, rtl))
	}
	return out
}

// atoms cuts letters at spaces, and words that are too wide wherever they
// reach the width.
func (p *press) atoms(rs []rune, st style, width float64) []atom {
	var out []atom
	for len(rs) > 0 {
		end := slices.Index(rs, ' ')
		if end < 0 {
			end = len(rs)
		}
		if end > 0 {
			out = p.pieces(out, rs[:end], st, width)
		}
		rs = rs[min(end+1, len(rs)):]
	}
	return out
}

func (p *press) pieces(out []atom, word []rune, st style, width float64) []atom {
	address := webAddress(string(word))
	if len(word) < 200 {
		if w := p.width(word, st.bold) * st.size / 1000; w <= width {
			return append(out, atom{rs: word, width: w, url: address})
		}
	}
	from, sum := 0, 0.0
	for i := range word {
		w := p.width(word[i:i+1], st.bold) * st.size / 1000
		if i > from && sum+w > width {
			out = append(out, atom{rs: word[from:i], width: sum, url: address, glued: from > 0})
			from, sum = i, 0
		}
		sum += w
	}
	return append(out, atom{rs: word[from:], width: sum, url: address, glued: from > 0})
}

func compose(atoms []atom, space float64, rtl bool) line {
	l := line{rtl: rtl}
	for i, a := range atoms {
		if i > 0 && !a.glued {
			l.rs, l.width = append(l.rs, ' '), l.width+space
		}
		if a.url != "" && !rtl {
			l.spans = append(l.spans, span{l.width, a.width, a.url})
		}
		l.rs, l.width = append(l.rs, a.rs...), l.width+a.width
	}
	l.rs = visual(l.rs, rtl)
	return l
}

// webAddress returns the address that a word is, in plain ASCII, or "".
func webAddress(word string) string {
	if !strings.HasPrefix(word, "http://") && !strings.HasPrefix(word, "https://") {
		return ""
	}
	u, err := url.Parse(strings.TrimRight(word, ".,;:)!?"))
	if err != nil || u.Host == "" {
		return ""
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path,
		RawQuery: url.PathEscape(u.RawQuery), Fragment: u.Fragment}).String()
}

// put sets one line with its baseline at y, in a column at x.
func (p *press) put(s *sheet, l line, st style, x, y, width float64, right bool) {
	if right || l.rtl {
		x += width - l.width
	}
	p.draw(s, l.rs, st, x, y)
	for _, sp := range l.spans {
		s.links = append(s.links, link{x: x + sp.x, y: y - st.size, w: sp.width, h: st.lead, url: sp.url})
	}
}
