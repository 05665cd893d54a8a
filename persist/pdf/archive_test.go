package pdf

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
)

// A parsed file is a report as qpdf reads it, another program than wrote it.
type parsed struct {
	*testing.T
	raw     []byte
	objects map[string]any // "7 0 R"
	streams map[string][]byte
}

func parse(t *testing.T, data []byte) parsed {
	t.Helper()
	path := file(t, data)
	tool(t, "qpdf", "--check", path)
	var doc struct {
		QPDF []json.RawMessage `json:"qpdf"`
	}
	text := tool(t, "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path)
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	var objects map[string]struct {
		Value  any
		Stream *struct {
			Dict any
			Data string
		}
	}
	if err := json.Unmarshal(doc.QPDF[1], &objects); err != nil {
		t.Fatal(err)
	}
	p := parsed{t, data, map[string]any{}, map[string][]byte{}}
	for name, o := range objects {
		name = strings.TrimPrefix(name, "obj:")
		p.objects[name] = o.Value
		if o.Stream != nil {
			p.objects[name] = o.Stream.Dict
			data, err := base64.StdEncoding.DecodeString(o.Stream.Data)
			if err != nil {
				t.Fatal(err)
			}
			p.streams[name] = data
		}
	}
	return p
}

// at follows keys from a value, and references on the way.
func (p parsed) at(v any, keys ...string) any {
	if ref, ok := v.(string); ok && strings.HasSuffix(ref, " 0 R") {
		v = p.objects[ref]
	}
	if len(keys) == 0 {
		return v
	}
	switch v := v.(type) {
	case map[string]any:
		return p.at(v[keys[0]], keys[1:]...)
	case []any:
		i, err := strconv.Atoi(keys[0])
		if err != nil || i >= len(v) {
			return nil
		}
		return p.at(v[i], keys[1:]...)
	}
	return nil
}

// dicts calls each with every dictionary of the file.
func (p parsed) dicts(each func(where string, d map[string]any)) {
	var walk func(where string, v any)
	walk = func(where string, v any) {
		switch v := v.(type) {
		case map[string]any:
			each(where, v)
			for k, child := range v {
				walk(where+k, child)
			}
		case []any:
			for _, child := range v {
				walk(where, child)
			}
		}
	}
	for name, o := range p.objects {
		walk(name, o)
	}
}

func (p parsed) ok(rule string, holds bool, got ...any) {
	p.Helper()
	if !holds {
		p.Errorf("%s: %v", rule, got)
	}
}

// TestArchive checks the file against the rules of PDF/A-2u (ISO 19005-2), each by
// its number there. What is not checked is not claimed: ARCHITECTURE.md.
func TestArchive(t *testing.T) {
	boards := map[string]*model.Board{"sample": sample(t), "few": few(t), "empty": board(t), "hard": hard(t), "gallery": gallery(t)}
	for name, b := range boards {
		for _, lang := range words.Languages {
			t.Run(name+" "+lang, func(t *testing.T) {
				data, err := Compose(t.Context(), b, words.For(lang), written)
				if err != nil {
					t.Fatal(err)
				}
				p := parse(t, data)
				p.syntax()
				p.metadata(lang)
				p.colours()
				p.interactive()
				p.fonts()
			})
		}
	}
}

func (p parsed) syntax() {
	p.ok("6.1.2 header", bytes.HasPrefix(p.raw, []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")))
	trailer := p.objects["trailer"]
	id, _ := p.at(trailer, "/ID").([]any)
	p.ok("6.1.3 file identifier", len(id) == 2 && id[0] == id[1] && id[0] != "", id)
	p.ok("6.1.3 no encryption", p.at(trailer, "/Encrypt") == nil)
	p.ok("6.1.3 nothing behind the end", bytes.HasSuffix(p.raw, []byte("%%EOF\n")))
	p.ok("6.1.4 the table", bytes.Contains(p.raw, []byte("\nxref\n0 ")))
	for _, m := range regexp.MustCompile(`/Length (\d+)[^>]*>>\nstream\n`).FindAllSubmatchIndex(p.raw, -1) {
		n, _ := strconv.Atoi(string(p.raw[m[2]:m[3]]))
		p.ok("6.1.7.1 length of a stream", bytes.HasPrefix(p.raw[m[1]+n:], []byte("\nendstream\nendobj\n")), m[0], n)
	}
	p.ok("6.1.7.1 each has one", bytes.Count(p.raw, []byte("\nstream\n")) == len(p.streams))
	n := 0
	for _, m := range regexp.MustCompile(`(?m)^(\d+) 0 obj\n`).FindAllSubmatch(p.raw, -1) {
		n++
		p.ok("6.1.9 objects in their order", string(m[1]) == fmt.Sprint(n))
	}
	p.ok("6.1.9 as many as the table has", p.at(trailer, "/Size") == float64(n+1), n)
	p.dicts(func(where string, d map[string]any) {
		for k, v := range d {
			text, _ := v.(string)
			p.ok("6.1.13 limits", len(k) <= 127 && len(text) < 32767, where, k)
			p.ok("6.1.7.2 filters", v != "/LZWDecode" && v != "/Crypt" && k != "/FFilter", where)
		}
	})
}

func (p parsed) metadata(lang string) { p.metadataOf(lang, true) }

// metadataOf checks the metadata of a file that claims to be PDF/A, or does not.
func (p parsed) metadataOf(lang string, claims bool) {
	root := p.at(p.objects["trailer"], "/Root")
	ref, _ := root.(map[string]any)["/Metadata"].(string)
	p.ok("6.6.2.1 readable as it is", p.at(ref, "/Type") == "/Metadata" && p.at(ref, "/Subtype") == "/XML" && p.at(ref, "/Filter") == nil)
	var xmp struct {
		Part        int      `xml:"RDF>Description>part"`
		Conformance string   `xml:"RDF>Description>conformance"`
		Title       string   `xml:"RDF>Description>title>Alt>li"`
		Creator     []string `xml:"RDF>Description>creator>Seq>li"`
		Lang        string   `xml:"RDF>Description>language>Bag>li"`
		Tool        string   `xml:"RDF>Description>CreatorTool"`
		Producer    string   `xml:"RDF>Description>Producer"`
		Date        string   `xml:"RDF>Description>CreateDate"`
	}
	if err := xml.Unmarshal(p.streams[ref], &xmp); err != nil {
		p.Fatal(err)
	}
	p.ok("6.6.4 claim", (xmp.Part == 2 && xmp.Conformance == "U") == claims && (xmp.Part == 0) != claims, xmp)
	info := func(key string) string {
		text, _ := p.at(p.objects["trailer"], "/Info", key).(string)
		return strings.TrimPrefix(text, "u:")
	}
	p.ok("6.6.3 title", xmp.Title == info("/Title") && xmp.Title != "", xmp.Title, info("/Title"))
	p.ok("6.6.3 author", strings.Join(xmp.Creator, "|") == info("/Author"), xmp.Creator)
	p.ok("6.6.3 program", xmp.Tool == info("/Creator") && xmp.Producer == info("/Producer") && xmp.Tool == maker)
	p.ok("6.6.3 date", xmp.Date == written.Format("2006-01-02T15:04:05Z") && info("/CreationDate") == "D:20130731120000Z", xmp.Date)
	p.ok("language", xmp.Lang == lang && p.at(root, "/Lang") == "u:"+lang, p.at(root, "/Lang"))
	p.ok("no claim of tags", p.at(root, "/MarkInfo") == nil && p.at(root, "/StructTreeRoot") == nil)
	p.ok("pages have labels", p.at(root, "/PageLabels", "/Nums", "1", "/S") == "/D")
}

func (p parsed) colours() {
	intents, _ := p.at(p.objects["trailer"], "/Root", "/OutputIntents").([]any)
	p.ok("6.2.3 one output intent", len(intents) == 1 && p.at(intents[0], "/S") == "/GTS_PDFA1", intents)
	ref, _ := intents[0].(map[string]any)["/DestOutputProfile"].(string)
	icc := p.streams[ref]
	p.ok("6.2.3 profile", p.at(ref, "/N") == 3.0 && len(icc) > 128 && int(binary.BigEndian.Uint32(icc)) == len(icc) &&
		icc[8] == 2 && string(icc[12:24]) == "mntrRGB XYZ " && string(icc[36:40]) == "acsp")
	p.drawings()
	for _, c := range p.contents() {
		for _, op := range regexp.MustCompile(`\(.*?\)|<[0-9A-F]*>|/\S+|[A-Za-z*']+`).FindAllString(string(c), -1) {
			known := strings.ContainsAny(op[:1], "(</") || slices.Contains(strings.Fields("q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ g G rg RG Do"), op)
			p.ok("6.2.2 operators, and 6.2.4 colours of their kind", known, op)
		}
	}
}

// drawings holds pictures and states of drawing to the rules.
func (p parsed) drawings() {
	p.dicts(func(where string, d map[string]any) {
		switch {
		case d["/Subtype"] == "/Image":
			space := p.at(d["/ColorSpace"])
			if p.at(space, "0") == "/Indexed" {
				space = p.at(space, "1")
			}
			p.ok("6.2.4 colours of a picture", space == "/DeviceRGB" || space == "/DeviceGray", where, space)
			p.ok("6.2.8 pictures", d["/Interpolate"] != true && d["/Alternates"] == nil && d["/OPI"] == nil, where)
		case d["/Type"] == "/ExtGState":
			p.ok("6.2.5 graphics state", d["/TR"] == nil && d["/TR2"] == nil && d["/HTP"] == nil, where)
			p.ok("6.2.10 transparency", d["/BM"] == nil || d["/BM"] == "/Normal", where)
		}
		p.ok("6.2.9 no other drawings", d["/Subtype"] != "/PS" && d["/Ref"] == nil, where)
	})
}

// contents are the pages' drawings.
func (p parsed) contents() (out [][]byte) {
	p.dicts(func(_ string, d map[string]any) {
		if d["/Type"] == "/Page" {
			for _, ref := range regexp.MustCompile(`\d+ 0 R`).FindAllString(fmt.Sprint(d["/Contents"]), -1) {
				out = append(out, p.streams[ref])
			}
		}
	})
	return out
}

func (p parsed) interactive() {
	forbidden := []string{"/JavaScript", "/JS", "/Launch", "/AA", "/OpenAction", "/EmbeddedFiles", "/EmbeddedFile", "/AcroForm", "/XFA", "/PresSteps", "/OCProperties", "/Movie", "/Sound"}
	p.dicts(func(where string, d map[string]any) {
		for _, key := range forbidden {
			p.ok("6.4 to 6.11 "+key, d[key] == nil && d["/S"] != key && d["/Subtype"] != key, where)
		}
		if d["/Type"] != "/Annot" {
			return
		}
		p.ok("6.3.1 only links", d["/Subtype"] == "/Link", where)
		p.ok("6.3.2 printed", d["/F"] == 4.0, where, d["/F"])
		if action := d["/A"]; action != nil {
			p.ok("6.5.1 only addresses", p.at(action, "/S") == "/URI", where)
		} else {
			p.ok("links lead to pages", p.at(d["/Dest"], "0", "/Type") == "/Page", where, d["/Dest"])
		}
	})
}

// fonts checks 6.2.11, for every glyph that is shown.
func (p parsed) fonts() {
	used := p.shown()
	p.ok("there is text", len(used) > 0)
	for ref, glyphs := range used {
		child := p.at(ref, "/DescendantFonts", "0")
		name, _ := p.at(ref, "/BaseFont").(string)
		p.ok("6.2.11.2 kind", p.at(ref, "/Subtype") == "/Type0" && p.at(child, "/Subtype") == "/CIDFontType2" && p.at(ref, "/Encoding") == "/Identity-H")
		p.ok("6.2.11.2 one name with a subset's tag", regexp.MustCompile(`^/[A-Z]{6}\+[^+]+$`).MatchString(name) &&
			p.at(child, "/BaseFont") == name && p.at(child, "/FontDescriptor", "/FontName") == name, name)
		p.ok("6.2.11.3.2 glyphs by number", p.at(child, "/CIDToGIDMap") == "/Identity")
		p.ok("6.2.11.4.2 no list of a part", p.at(child, "/FontDescriptor", "/CIDSet") == nil)
		descriptor, _ := p.at(child, "/FontDescriptor").(map[string]any)
		embedded, _ := descriptor["/FontFile2"].(string)
		text, _ := p.at(ref).(map[string]any)["/ToUnicode"].(string)
		p.glyphs(glyphs, p.streams[embedded], p.widths(p.at(child, "/W")), unicodes(p.streams[text]))
	}
}

// shown lists the glyphs that each font shows.
func (p parsed) shown() map[string]map[int]bool {
	fonts := map[string]string{}
	p.dicts(func(_ string, d map[string]any) {
		if set, ok := d["/Font"].(map[string]any); ok {
			for name, ref := range set {
				fonts[name], _ = ref.(string)
			}
		}
	})
	used := map[string]map[int]bool{}
	for _, c := range p.contents() {
		font := ""
		for _, m := range regexp.MustCompile(`(/F\d+) [\d.]+ Tf|<([0-9A-F]+)>`).FindAllStringSubmatch(string(c), -1) {
			if m[1] != "" {
				font = fonts[m[1]]
				continue
			}
			for at := 0; at+4 <= len(m[2]); at += 4 {
				g, _ := strconv.ParseUint(m[2][at:at+4], 16, 16)
				if used[font] == nil {
					used[font] = map[int]bool{}
				}
				used[font][int(g)] = true
			}
		}
	}
	return used
}

func (p parsed) widths(w any) map[int]float64 {
	out := map[int]float64{}
	list, _ := w.([]any)
	for i := 0; i+1 < len(list); i += 2 {
		out[int(list[i].(float64))] = p.at(list[i+1], "0").(float64)
	}
	return out
}

// unicodes reads a font's map to text.
func unicodes(cmap []byte) map[int]string {
	out := map[int]string{}
	for _, m := range regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`).FindAllStringSubmatch(string(cmap), -1) {
		g, _ := strconv.ParseUint(m[1], 16, 16)
		out[int(g)] = m[2]
	}
	return out
}

func (p parsed) glyphs(shown map[int]bool, font []byte, widths map[int]float64, texts map[int]string) {
	head, hhea, hmtx, loca := fontTable(font, "head"), fontTable(font, "hhea"), fontTable(font, "hmtx"), fontTable(font, "loca")
	if len(head) < 54 || len(hhea) < 36 || len(hmtx) == 0 || len(loca) == 0 || len(fontTable(font, "glyf")) == 0 {
		p.Fatal("6.2.11.4.1 the font is not embedded")
	}
	upem, metrics, count := float64(binary.BigEndian.Uint16(head[18:])), int(binary.BigEndian.Uint16(hhea[34:])), int(binary.BigEndian.Uint16(fontTable(font, "maxp")[4:]))
	for _, g := range slices.Sorted(maps.Keys(shown)) {
		p.ok("6.2.11.8 no .notdef", g != 0)
		p.ok("6.2.11.4.1 the glyph is there", g < count, g)
		width := float64(binary.BigEndian.Uint16(hmtx[4*min(g, metrics-1):])) * 1000 / upem
		p.ok("6.2.11.5 its width", widths[g]-width < 1 && width-widths[g] < 1, g, widths[g], width)
		text := texts[g]
		p.ok("6.2.11.7.2 its text", text != "" && !strings.Contains(text, "0000") && text != "FEFF" && text != "FFFE", g, text)
	}
}
