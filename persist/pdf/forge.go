package pdf

import (
	"encoding/binary"
	"math"
	"slices"

	ot "github.com/go-text/typesetting/font/opentype"
	"golang.org/x/text/unicode/bidi"
)

// A forge makes one font of all that is set by shape: each form, a letter with its
// marks or several letters that join, is one glyph with a code of its own. So the
// library that writes the file, which knows neither shaping nor parts of parts nor
// outlines of third degree, has plain letters to set, and the file says for each
// glyph what text it stands for.
type forge struct {
	face  *face
	kinds [len(kinds)][]form
	codes map[string]rune
}

// A form is the look of one or several letters, in thousandths of the size.
type form struct {
	outline []ot.Segment
	width   int
}

// Codes begin in the plane for private use, by how the form runs.
const (
	private = 0xF0000
	perKind = 1 << 14
)

// kinds are how a form can run; those of a font's codes begin perKind apart.
var kinds = [...]bidi.Class{bidi.L, bidi.R, bidi.AL, bidi.AN, bidi.EN, bidi.ON, bidi.ET, bidi.CS}

// forged is the name of the font, six letters long.
const forged = "Shaped"

func newForge() *forge {
	return &forge{codes: map[string]rune{}, face: &face{name: forged, upem: 1000, adv: map[rune]int{}, text: map[rune]string{},
		outlines: map[rune][]ot.Segment{}}}
}

// code returns the code of a form that a key stands for, made if it is new. Where
// there are more forms than codes it is that of what is missing.
func (f *forge) code(key, text string, runs bidi.Class, make func() form) rune {
	if r, known := f.codes[key]; known {
		return r
	}
	kind := slices.Index(kinds[:], runs)
	if kind < 0 {
		kind = slices.Index(kinds[:], bidi.ON)
	}
	n := len(f.kinds[kind])
	if n >= perKind-2 { // the last two are no letters
		return missing
	}
	made := make()
	r := rune(private + kind*perKind + n)
	f.kinds[kind] = append(f.kinds[kind], made)
	f.codes[key], f.face.text[r], f.face.adv[r], f.face.outlines[r] = r, text, made.width, made.outline
	return r
}

var be = binary.BigEndian

// font writes the forms as a TrueType file.
func (f *forge) font() []byte {
	var glyf, loca, hmtx, groups []byte
	put := func(g form) {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		drawn, left := trueType(g.outline)
		hmtx = be.AppendUint16(be.AppendUint16(hmtx, uint16(g.width)), uint16(left))
		glyf = append(glyf, drawn...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
	}
	put(form{width: 500}) // what no text may show
	count, groupCount := 1, 0
	for kind, forms := range f.kinds {
		if len(forms) == 0 {
			continue
		}
		first := uint32(private + kind*perKind)
		groups = be.AppendUint32(be.AppendUint32(be.AppendUint32(groups, first), first+uint32(len(forms)-1)), uint32(count))
		for _, g := range forms {
			put(g)
		}
		count, groupCount = count+len(forms), groupCount+1
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	return fontFile([]namedTable{
		{"OS/2", pad(append([]byte{0, 4}, make([]byte, 6)...), 96)}, {"cmap", charMap(groups, groupCount)},
		{"glyf", glyf}, {"head", headTable()}, {"hhea", hheaTable(count)}, {"hmtx", hmtx}, {"loca", loca},
		{"maxp", pad(append(be.AppendUint16([]byte{0, 1, 0, 0}, uint16(count)), 0x7F, 0xFF, 0x0F, 0xFF), 32)},
		{"name", []byte("\x00\x00\x00\x01\x00\x12\x00\x01\x00\x00\x00\x00\x00\x06\x00\x06\x00\x00" + forged)}, {"post", pad([]byte{0, 3}, 32)},
	})
}

func pad(data []byte, size int) []byte { return append(data, make([]byte, size-len(data))...) }

func headTable() []byte {
	out := pad([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5F, 0x0F, 0x3C, 0xF5}, 54)
	be.PutUint16(out[18:], 1000)
	copy(out[36:], []byte{0xFC, 0x18, 0xFC, 0x18, 0x0B, 0xB8, 0x07, 0xD0}) // -1000 -1000 3000 2000
	out[51] = 1                                                            // the places of glyphs are in four bytes
	return out
}

func hheaTable(count int) []byte {
	out := pad([]byte{0, 1, 0, 0, 4, 0x2D, 0xFE, 0xDB}, 36) // 1069 over and 293 under the line
	be.PutUint16(out[34:], uint16(count))
	return out
}

// charMap has an empty table for the first plane, which the library asks for, and
// the private codes.
func charMap(groups []byte, n int) []byte {
	out := []byte{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10, 0, 0, 0, 44}
	out = append(out, 0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 1, 0, 0)
	out = be.AppendUint32(append(out, 0, 12, 0, 0), uint32(16+len(groups)))
	return append(be.AppendUint32(append(out, 0, 0, 0, 0), uint32(n)), groups...)
}

type namedTable struct {
	tag  string
	data []byte
}

// fontFile puts tables together, each at a multiple of four.
func fontFile(tables []namedTable) []byte {
	n := len(tables)
	log := int(math.Log2(float64(n)))
	head := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		head = be.AppendUint16(head, uint16(v))
	}
	var body []byte
	for _, t := range tables {
		padded := append(t.data[:len(t.data):len(t.data)], make([]byte, -len(t.data)&3)...)
		var sum uint32
		for i := 0; i < len(padded); i += 4 {
			sum += be.Uint32(padded[i:])
		}
		head = append(head, t.tag...)
		for _, v := range []uint32{sum, uint32(12 + 16*n + len(body)), uint32(len(t.data))} {
			head = be.AppendUint32(head, v)
		}
		body = append(body, padded...)
	}
	return append(head, body...)
}
