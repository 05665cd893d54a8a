package pdf

import (
	"net/url"
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

// A word is what stands between two spaces, ready to set, measured at size 1000.
type word struct {
	rs    []rune
	width float64
	url   string
}

type wordKey struct {
	text string
	bold bool
}

// wrap breaks a text into lines of at most a width; each \n begins a new one.
func (p *press) wrap(text string, st style, width float64) []line {
	var out []line
	for para := range strings.SplitSeq(text, "\n") {
		out = append(out, p.paragraph(para, st, width)...)
	}
	return out
}

func (p *press) paragraph(text string, st style, width float64) []line {
	space := p.width([]rune{' '}, st.bold) * st.size / 1000
	rtl := rightToLeft(text)
	lines := p.broken(p.atoms(text, st), st, width)
	out := make([]line, len(lines))
	for i, atoms := range lines {
		out[i] = compose(atoms, space, rtl)
	}
	return out
}

// atoms cuts a paragraph at its spaces. What steered its neighbours and has no look
// is none.
func (p *press) atoms(text string, st style) []atom {
	out := p.scratch[:0] // compose copies what it takes of it
	for raw := range strings.FieldsFuncSeq(tied(text), func(r rune) bool { return r == ' ' || r == '\t' }) {
		if w := p.word(raw, st.bold); len(w.rs) > 0 {
			out = append(out, atom{rs: w.rs, width: w.width * st.size / 1000, bold: st.bold, url: w.url, raw: raw})
		}
	}
	p.scratch = out
	return out
}

// word makes a word ready to set, once for each.
func (p *press) word(text string, bold bool) word {
	key := wordKey{text, bold}
	w, known := p.words[key]
	if !known {
		w.rs = p.letters(text, bold)
		w.width = p.width(w.rs, bold)
		if strings.HasPrefix(text, "http") {
			w.url = webAddress(string(w.rs))
		}
		p.words[key] = w
	}
	return w
}

// noBreak is the space at which no line ends.
const noBreak = '\u00A0'

// tied keeps the thousands of a number on one line, and a number with what it counts:
// 10 000 kronor is one word.
func tied(text string) string {
	digits := func(from, to int) int { // how many stand side by side from there on
		n := 0
		for i := from; i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'; i += to {
			n++
		}
		return n
	}
	var out strings.Builder
	done := 0
	for i := range len(text) {
		if text[i] != ' ' {
			continue
		}
		n := digits(i-1, -1)
		if n >= 1 && n <= 3 && digits(i+1, 1) == 3 || n > 0 && unit(text[i+1:]) {
			out.WriteString(text[done:i])
			out.WriteRune(noBreak)
			done = i + 1
		}
	}
	return out.String() + text[done:]
}

// unit says whether a text begins with what numbers of money, time and shares count.
func unit(text string) bool {
	word := text
	if end := strings.IndexAny(text, " .,;:!?)/"); end >= 0 {
		word = text[:end]
	}
	switch strings.ToLower(word) {
	case "kr", "kronor", "krona", "sek", "euro", "eur", "%", "procent", "percent", "timmar", "timme", "hours", "hour", "minuter", "minutes", "dagar", "days":
		return true
	}
	return false
}

func compose(atoms []atom, space float64, rtl bool) line {
	size := len(atoms)
	for _, a := range atoms {
		size += len(a.rs)
	}
	l := line{rtl: rtl, rs: make([]rune, 0, size)}
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
