package pdf

import (
	"encoding/binary"

	"golang.org/x/image/font/sfnt"
)

// A nested knows which letters are drawn from parts that are themselves put
// together. Such a letter (ế is ê and an accent, ê is e and another) would lose
// the inner parts in the file, because only one level of parts is copied; the
// letters that bring the inner parts along are named here, to be used as well.
type nested struct {
	f      *face
	glyf   []byte
	loca   []byte
	long   bool
	seen   map[rune]bool
	by     map[int]rune // a letter that has the glyph, or has it as a part
	filled bool
}

func newNested(f *face) *nested {
	n := &nested{f: f, seen: map[rune]bool{}}
	n.glyf, n.loca = fontTable(f.data, "glyf"), fontTable(f.data, "loca")
	if head := fontTable(f.data, "head"); len(head) >= 52 {
		n.long = binary.BigEndian.Uint16(head[50:]) == 1
	}
	return n
}

// fontTable returns one table of a font file, nil where there is none.
func fontTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil
		}
		entry := data[at:]
		from, size := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
		if string(entry[:4]) == tag && from+size <= len(data) {
			return data[from : from+size]
		}
	}
	return nil
}

// parts returns the letters whose glyphs must be in the file for the text to be
// drawn whole, of letters not asked about before.
func (n *nested) parts(text string) []rune {
	var out []rune
	for _, r := range text {
		if n.seen[r] {
			continue
		}
		n.seen[r] = true
		for _, part := range n.inner(int(n.f.glyph(r)), 0) {
			n.fill()
			if letter, ok := n.by[part]; ok {
				out = append(out, letter)
			}
		}
	}
	return out
}

// inner lists the glyphs that lie deeper than the first level.
func (n *nested) inner(glyph, depth int) []int {
	var out []int
	if depth > 8 {
		return nil // a font that contains itself
	}
	for _, part := range n.pieces(glyph) {
		if depth > 0 {
			out = append(out, part)
		}
		out = append(out, n.inner(part, depth+1)...)
	}
	return out
}

// The flags of a part of a glyph, as the TrueType format numbers them.
const (
	wideOffsets = 1 << 0
	oneScale    = 1 << 3
	morePieces  = 1 << 5
	twoScales   = 1 << 6
	matrix      = 1 << 7
)

// pieces lists the glyphs that a glyph is directly put together from.
func (n *nested) pieces(glyph int) []int {
	data := n.outline(glyph)
	if len(data) < 10 || int16(binary.BigEndian.Uint16(data)) >= 0 {
		return nil
	}
	var out []int
	for at := 10; at+4 <= len(data); {
		flags := binary.BigEndian.Uint16(data[at:])
		out = append(out, int(binary.BigEndian.Uint16(data[at+2:])))
		if flags&morePieces == 0 {
			break
		}
		at += 6
		for flag, size := range map[uint16]int{wideOffsets: 2, oneScale: 2, twoScales: 4, matrix: 8} {
			if flags&flag != 0 {
				at += size
			}
		}
	}
	return out
}

func (n *nested) outline(glyph int) []byte {
	offset := func(i int) int {
		if n.long && 4*i+4 <= len(n.loca) {
			return int(binary.BigEndian.Uint32(n.loca[4*i:]))
		}
		if !n.long && 2*i+2 <= len(n.loca) {
			return 2 * int(binary.BigEndian.Uint16(n.loca[2*i:]))
		}
		return 0
	}
	from, to := offset(glyph), offset(glyph+1)
	if from >= to || to > len(n.glyf) {
		return nil
	}
	return n.glyf[from:to]
}

// fill finds a letter for each glyph, once and only if a text asks for it.
func (n *nested) fill() {
	if n.filled {
		return
	}
	n.filled, n.by = true, map[int]rune{}
	var buf sfnt.Buffer
	for pass := range 2 {
		for r := rune(0x20); r <= 0xFFFF; r++ {
			g, err := n.f.font.GlyphIndex(&buf, r)
			if err != nil || g == 0 {
				continue
			}
			glyphs := []int{int(g)}
			if pass == 1 {
				glyphs = n.pieces(int(g))
			}
			for _, glyph := range glyphs {
				if _, known := n.by[glyph]; !known {
					n.by[glyph] = r
				}
			}
		}
	}
}
