package pdf

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// A source is a font that letters are shaped with.
type source struct {
	path string
	face *font.Face
	hb   *harfbuzz.Font
}

func newSource(path string, face *font.Face) *source {
	return &source{path, face, harfbuzz.NewFont(face)}
}

// has says whether the font draws all of a letter with its marks.
func (s *source) has(letter []rune) bool {
	for _, r := range letter {
		g, found := s.face.NominalGlyph(r)
		if !found && !invisible(r) {
			return false
		}
		if found && !unicode.IsSpace(r) && !invisible(r) && len(s.outline(g, 0, 0)) == 0 {
			return false // a picture, or nothing
		}
	}
	return true
}

// outline is how a glyph looks at a place in the font's units, in thousandths; nil
// where it is a picture or nothing.
func (s *source) outline(g font.GID, dx, dy float32) []ot.Segment {
	outline, _ := s.face.GlyphDataOutline(tables.GlyphID(g))
	scale := 1000 / float32(s.face.Upem())
	out := make([]ot.Segment, len(outline.Segments))
	for i, sg := range outline.Segments {
		for a, p := range sg.Args {
			sg.Args[a] = ot.SegmentPoint{X: (p.X + dx) * scale, Y: (p.Y + dy) * scale}
		}
		out[i] = sg
	}
	return out
}

// A shaper finds out how letters look that the report's own fonts cannot set one by
// one, with the system's fonts where its own do not have them.
type shaper struct {
	own      [2]*source // regular and bold
	found    []*source
	fallback fallback
	forge    *forge
	lacking  map[string]bool // letters that no font has
	seg      segmenter.Segmenter
	buf      *harfbuzz.Buffer
}

func newShaper() (*shaper, error) {
	s := &shaper{forge: newForge(), lacking: map[string]bool{}, fallback: fallback{files: systemFonts}, buf: harfbuzz.NewBuffer()}
	for i, read := range own {
		f, err := read()
		if err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
		s.own[i] = newSource("", font.NewFace(f))
	}
	return s, nil
}

// A stretch is text of one font, script and direction.
type stretch struct {
	from, to int
	source   *source
	script   language.Script
	rtl      bool
}

// set returns what is drawn for a text, in the order of its letters: themselves
// where the report's own font sets them, and codes of forms.
func (s *shaper) set(text string, bold bool) []rune {
	rs := clean(text)
	out := make([]rune, 0, len(rs))
	var now stretch
	flush := func() {
		out = append(out, s.shape(rs, now, bold)...)
		now = stretch{}
	}
	s.seg.Init(rs)
	for it := s.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		letter := slices.DeleteFunc(slices.Clone(g.Text), invisible)
		switch {
		case len(letter) == 0: // it steered its neighbours and has no look
		case len(letter) == 1 && s.simple(letter[0], bold):
			flush()
			out = append(out, letter[0])
		default:
			next := stretch{g.Offset, g.Offset + len(g.Text), s.find(letter, now.source, bold), scriptOf(letter), runsLeft(letter)}
			if !now.takes(next) {
				flush()
				now = next
			}
			now.to = next.to
			if now.script == language.Common {
				now.script, now.rtl = next.script, next.rtl
			}
		}
	}
	flush()
	return out
}

func (st stretch) takes(next stretch) bool {
	return st.to == next.from && st.source == next.source && st.to > 0 &&
		(st.script == next.script || st.script == language.Common || next.script == language.Common)
}

// simple says whether the report's own font sets the letter by itself.
func (s *shaper) simple(r rune, bold bool) bool {
	switch language.LookupScript(r) {
	case language.Latin, language.Greek, language.Cyrillic, language.Common, language.Unknown:
		if r == noBreak || r == ' ' {
			return true
		}
		_, has := s.own[bit(bold)].face.NominalGlyph(r)
		return has && !unicode.IsMark(r)
	}
	return false
}

func scriptOf(letter []rune) language.Script {
	for _, r := range letter {
		if sc := language.LookupScript(r); sc != language.Common && sc != language.Inherited {
			return sc
		}
	}
	return language.Common
}

func runsLeft(letter []rune) bool {
	c := class(letter[0])
	return c == bidi.R || c == bidi.AL
}

// find returns a font that has the letter, the one at hand before others, or nil.
func (s *shaper) find(letter []rune, now *source, bold bool) *source {
	if own := s.own[bit(bold)]; own.has(letter) {
		return own
	}
	if now != nil && now.has(letter) {
		return now
	}
	for _, f := range s.found {
		if f.has(letter) {
			return f
		}
	}
	if s.lacking[string(letter)] {
		return nil
	}
	found := s.fallback.find(letter)
	if found != nil {
		s.found = append(s.found, found)
	}
	return found
}

// shape makes forms of a stretch, one for each part that cannot be taken apart.
func (s *shaper) shape(rs []rune, st stretch, bold bool) []rune {
	if st.from == st.to {
		return nil
	}
	if st.source == nil {
		return s.stand(rs[st.from:st.to], bold)
	}
	s.buf.Clear()
	s.buf.AddRunes(rs, st.from, st.to-st.from)
	s.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: st.script}
	if st.rtl {
		s.buf.Props.Direction = harfbuzz.RightToLeft
	}
	s.buf.Shape(st.source.hb, nil)
	clusters := map[int][]int{} // glyphs by the letter that they begin with
	for i, info := range s.buf.Info {
		clusters[info.Cluster] = append(clusters[info.Cluster], i)
	}
	starts := slices.Sorted(maps.Keys(clusters))
	out := make([]rune, 0, len(starts))
	for n, from := range starts {
		to := st.to
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		out = append(out, s.form(st, rs[from:to], clusters[from])...)
	}
	return out
}

// form returns the codes of some of the glyphs that were shaped last: one, and from
// right to left one for each letter, all drawn with the last, since readers of the
// file turn what a line says letter by letter.
func (s *shaper) form(st stretch, text []rune, glyphs []int) []rune {
	key := fmt.Appendf(nil, "%p %s", st.source, string(text))
	for _, i := range glyphs {
		pos := s.buf.Pos[i]
		key = fmt.Appendf(key, " %d %d %d %d", s.buf.Info[i].Glyph, pos.XOffset, pos.YOffset, pos.XAdvance)
	}
	if !st.rtl || len(text) == 1 {
		return []rune{s.forge.code(string(key), string(text), class(text[0]), func() form { return s.drawn(st.source, glyphs) })}
	}
	out := make([]rune, len(text))
	for i, r := range text {
		out[i] = s.forge.code(fmt.Sprint(i, string(key)), string(r), class(text[0]), func() form {
			all := s.drawn(st.source, glyphs)
			share := all.width / len(text)
			if i < len(text)-1 {
				return form{width: share}
			}
			return form{all.outline, all.width - i*share}
		})
	}
	return out
}

// drawn puts together glyphs that were shaped last.
func (s *shaper) drawn(from *source, glyphs []int) form {
	var made form
	scale, pen := 1000/float32(from.face.Upem()), float32(0)
	for _, i := range glyphs {
		pos := s.buf.Pos[i]
		made.outline = append(made.outline, from.outline(s.buf.Info[i].Glyph, pen+float32(pos.XOffset), float32(pos.YOffset))...)
		pen += float32(pos.XAdvance)
	}
	made.width = int(max(0, pen*scale+0.5))
	return made
}

// stand returns what stands for letters that no font has: the same letter in
// plainer dress (① as 1), or a mark that keeps the text to be copied.
func (s *shaper) stand(rs []rune, bold bool) []rune {
	var out []rune
	var seg segmenter.Segmenter // the shaper's own is at work in set
	seg.Init(slices.Clone(rs))
	for it := seg.GraphemeIterator(); it.Next(); {
		text := string(it.Grapheme().Text)
		letter := slices.DeleteFunc([]rune(text), invisible)
		if plain := []rune(norm.NFKC.String(text)); len(plain) == 1 && plain[0] != letter[0] && s.simple(plain[0], bold) {
			out = append(out, plain[0])
			continue
		}
		s.lacking[string(letter)] = true
		own := s.own[bit(bold)]
		out = append(out, s.forge.code(fmt.Sprint("lacking ", bold, text), text, class(letter[0]), func() form {
			g, _ := own.face.NominalGlyph(missing)
			return form{own.outline(g, 0, 0), int(own.face.HorizontalAdvance(g) * 1000 / float32(own.face.Upem()))}
		}))
	}
	return out
}

// missed lists the letters that no font has, in the order of their numbers.
func (s *shaper) missed() []string {
	return slices.SortedFunc(maps.Keys(s.lacking), func(a, b string) int { return cmp.Compare(a, b) })
}
