package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// An archive is a file of the painter's library on its way to PDF/A-2u: its
// objects, changed and added to before they are written in order again. What
// the library leaves out or writes against the rules is mended here alone.
type archive struct {
	objects [][]byte // object n stands at n-1, without "n 0 obj" and "endobj"
}

var errObjects = errors.New("the library wrote something else than expected")

// archived makes the library's file one that can be kept for ever. The bookmarks are in
// their order, texts what a font's private codes stand for, and brought
// the pages of other files that each page has. Where there are such, nothing can be
// said of what is in them, and the file does not claim to be PDF/A.
func archived(data []byte, im imprint, marks []bookmark, texts map[rune]string, brought [][]broughtPage) ([]byte, error) {
	a, err := readObjects(data)
	if err != nil {
		return nil, err
	}
	a.bookmarks(marks)
	a.links()
	a.fonts(texts)
	if err := a.graft(brought); err != nil {
		return nil, err
	}
	profile := a.add(stream("/N 3", srgb()))
	metadata := a.add(stream("/Type /Metadata /Subtype /XML", im.xmp()))
	info := a.add(im.info())
	root := bytes.TrimSuffix(bytes.TrimSpace(a.objects[0]), []byte(">>"))
	a.objects[0] = fmt.Appendf(bytes.Clone(root), "/Metadata %d 0 R\n/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n"+
		"/PageLabels <</Nums [0 <</S /D>>]>>\n/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 "+
		"/OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>]\n>>\n",
		metadata, im.langs[0], profile)
	return a.bytes(info), nil
}

// readObjects takes the file apart by its own table of objects.
func readObjects(data []byte) (*archive, error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, errObjects
	}
	var table, count int
	if _, err := fmt.Sscanf(string(data[at:]), "startxref\n%d", &table); err != nil || table >= at {
		return nil, errors.Join(errObjects, err)
	}
	lines := bytes.SplitAfter(data[table:at], []byte("\n"))
	if _, err := fmt.Sscanf(string(data[table:at]), "xref\n0 %d", &count); err != nil || len(lines) < count+2 || count < 2 {
		return nil, errors.Join(errObjects, err)
	}
	offsets := make([]int, 0, count)
	for _, l := range lines[3 : count+2] {
		n, err := strconv.Atoi(string(l[:min(10, len(l))]))
		if err != nil || n > table {
			return nil, errors.Join(errObjects, err)
		}
		offsets = append(offsets, n)
	}
	offsets = append(offsets, table)
	a := &archive{}
	for i, from := range offsets[:count-1] {
		body, begins := bytes.CutPrefix(data[from:max(from, offsets[i+1])], fmt.Appendf(nil, "%d 0 obj\n", i+1))
		body, ends := bytes.CutSuffix(bytes.TrimSpace(body), []byte("endobj"))
		if !begins || !ends {
			return nil, fmt.Errorf("object %d: %w", i+1, errObjects)
		}
		a.objects = append(a.objects, body)
	}
	return a, nil
}

// add appends an object and returns its number.
func (a *archive) add(body []byte) int {
	a.objects = append(a.objects, body)
	return len(a.objects)
}

// stream is an object of bytes, kept as they are: metadata must be readable
// without unpacking.
func stream(dict string, data []byte) []byte {
	return fmt.Appendf(nil, "<<%s /Length %d>>\nstream\n%s\nendstream\n", dict, len(data), data)
}

// links are printed with the page, as all that is seen must be.
func (a *archive) links() {
	const begin = "<</Type /Annot /Subtype /Link "
	for i, o := range a.objects {
		if rest, found := bytes.CutPrefix(o, []byte(begin)); found {
			a.objects[i] = append([]byte(begin+"/F 4 "), rest...)
		}
	}
}

var (
	toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	baseFont  = regexp.MustCompile(`/(BaseFont|FontName) /(\S+)`)
	codeRange = regexp.MustCompile(`<([0-9A-F]+)><[0-9A-F]+><([0-9A-F]+)>`)
)

// fonts says of each font that it is a part of one, that its glyphs are
// numbered as they are in the file, and what text its glyphs stand for.
func (a *archive) fonts(texts map[rune]string) {
	tags := map[string]string{}
	for _, o := range a.objects {
		found, name := toUnicode.FindSubmatch(o), baseFont.FindSubmatch(o)
		if found == nil || name == nil || !bytes.HasPrefix(o, []byte("<<\n/BaseFont")) {
			continue
		}
		n, err := strconv.Atoi(string(found[1]))
		if err != nil || n < 1 || n > len(a.objects) {
			continue
		}
		a.objects[n-1] = stream("", readable(a.objects[n-1], texts))
		tags[string(name[2])] = subsetTag(a.objects[n-1])
	}
	for i, o := range a.objects {
		name := baseFont.FindSubmatchIndex(o[:min(len(o), 400)])
		if name == nil || tags[string(o[name[4]:name[5]])] == "" {
			continue
		}
		made := fmt.Appendf(nil, "%s%s+%s", o[:name[4]], tags[string(o[name[4]:name[5]])], o[name[4]:])
		a.objects[i] = bytes.Replace(made, []byte("/Subtype /CIDFontType2"), []byte("/Subtype /CIDFontType2\n/CIDToGIDMap /Identity"), 1)
	}
}

// subsetTag is six letters that stand for what the part of the font holds.
func subsetTag(held []byte) string {
	sum := sha256.Sum256(held)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// readable writes a font's map from glyphs to text anew: a hundred glyphs at
// most in a block, each once, with all of its text.
func readable(made []byte, texts map[rune]string) []byte {
	var lines []string
	seen := map[string]bool{}
	for _, m := range codeRange.FindAllSubmatch(made, -1) {
		code := string(m[1])
		r, err := strconv.ParseUint(string(m[2]), 16, 32)
		if err != nil || seen[code] {
			continue
		}
		seen[code] = true
		text, private := texts[rune(r)]
		if !private {
			text = string(rune(r))
		}
		lines = append(lines, fmt.Sprintf("<%s> <%s>\n", code, utf16Hex(text)))
	}
	var out bytes.Buffer
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(lines) > 0 {
		n := min(len(lines), 100)
		fmt.Fprintf(&out, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(lines[:n], ""))
		lines = lines[n:]
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return out.Bytes()
}

func utf16Hex(text string) string {
	var out strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", u)
	}
	return out.String()
}

func hexText(text string) string { return "<FEFF" + utf16Hex(text) + ">" }

// bytes writes the objects in order, with a table of where they stand and a
// name of the file that its content gives.
func (a *archive) bytes(info int) []byte {
	size := 4096
	for _, o := range a.objects {
		size += len(o) + 64
	}
	var out bytes.Buffer
	out.Grow(size) // a long report is not copied while it grows
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(a.objects))
	for i, o := range a.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, bytes.TrimRight(o, "\n"))
	}
	id, table := sha256.Sum256(out.Bytes()), out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(a.objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R /Info %d 0 R /ID [<%X> <%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(a.objects)+1, info, id[:16], id[:16], table)
	return out.Bytes()
}
