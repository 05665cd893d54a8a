package pdf

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

func TestNestedLettersBringTheirParts(t *testing.T) {
	for name, data := range map[string][]byte{"regular": assets.FontRegular, "bold": assets.FontBold} {
		f, err := newFace(name, data)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "⅖Ǯḫ" {
			n := newNested(f)
			inner := n.inner(int(f.glyph(r)), 0)
			if len(inner) == 0 {
				t.Errorf("%s: %c is no nested letter; the test needs another", name, r)
			}
			var brought []int
			for _, letter := range n.parts(string(r)) {
				brought = append(append(brought, int(f.glyph(letter))), n.pieces(int(f.glyph(letter)))...)
			}
			for _, glyph := range inner {
				if !slices.Contains(brought, glyph) {
					t.Errorf("%s: %c lacks its part %d", name, r, glyph)
				}
			}
		}
	}
}

func TestPlainLettersBringNothing(t *testing.T) {
	f, err := newFace("regular", assets.FontRegular)
	if err != nil {
		t.Fatal(err)
	}
	if got := newNested(f).parts("Åäöéüß Räksmörgås 123"); got != nil {
		t.Errorf("parts brought along: %q", string(got))
	}
}

func TestKerning(t *testing.T) {
	f, err := newFace("regular", assets.FontRegular)
	if err != nil {
		t.Fatal(err)
	}
	if f.width([]rune("AV")) >= f.width([]rune("A"))+f.width([]rune("V")) {
		t.Error("A and V stand apart")
	}
	if f.width([]rune("11")) != 2*f.width([]rune("1")) || f.width([]rune("T ")) != f.width([]rune("T"))+f.width([]rune(" ")) {
		t.Error("digits or spaces change their width")
	}
}

func TestPlainTitle(t *testing.T) {
	for in, want := range map[string]string{
		"Lån 😀 日本":               "Lån 😀 日本",
		"a\x00b\tc\u202Ed\xff":   "ab cd\uFFFD", // nothing that XML cannot say, or that turns the rest
		strings.Repeat("å", 999): strings.Repeat("å", 199) + "…",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%.20q) = %q", in, got)
		}
	}
}

// The library writes letters beyond the first plane as other ones.
func TestBookmarksSayWhatTheyStandFor(t *testing.T) {
	f := (&press{}).flow(t.Context())
	f.bookmark("a", "Lån 😀 日本")
	f.turn()
	f.bookmark("b", "سلام")
	data, err := paint(t.Context(), f.sheets, imprint{title: "x", langs: []string{"sv"}, at: written}, newForge())
	if err != nil {
		t.Fatal(err)
	}
	parsed := tool(t, "qpdf", "--json=1", "--json-key=outlines", file(t, data))
	for _, want := range []string{"Lån 😀 日本", "سلام"} {
		if !strings.Contains(parsed, `"title": "`+want+`"`) {
			t.Errorf("no bookmark %s in %s", want, parsed)
		}
	}
}

// Each product has a bookmark beneath that of the products and, in a report of two
// languages, all lie beneath the language's own, which leads to the other one.
func TestBookmarksOfProductsAndLanguages(t *testing.T) {
	p, err := Lay(t.Context(), report.Source{Board: few(t), Words: words.For("sv"), At: written, Language: model.Both})
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.Bytes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	type mark struct {
		Title string
		Kids  []mark
	}
	var parsed struct{ Outlines []mark }
	if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json=1", "--json-key=outlines", file(t, data))), &parsed); err != nil {
		t.Fatal(err)
	}
	for i, want := range [][3]string{{"Litet lopp – på svenska", "Produkter", "Borgensringen"}, {"Litet lopp – in English", "Products", "Borgensringen"}} {
		lang := parsed.Outlines[i]
		at := slices.IndexFunc(lang.Kids, func(m mark) bool { return m.Title == want[1] })
		if lang.Title != want[0] || at < 0 || len(lang.Kids[at].Kids) != 1 || lang.Kids[at].Kids[0].Title != want[2] {
			t.Errorf("the bookmarks are %+v", lang)
		}
	}
	for _, want := range []string{"<rdf:li>sv</rdf:li><rdf:li>en</rdf:li>", "Slutrapport / Final report"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the file does not say %s of itself", want)
		}
	}
	for anchor, says := range map[string]string{"top.en": "The whole report in English", "top": "Hela rapporten på svenska"} {
		if !slices.ContainsFunc(p.sheets, func(s *sheet) bool {
			return strings.Contains(dump([]*sheet{s}), says) && slices.ContainsFunc(s.links, func(l link) bool { return l.anchor == anchor })
		}) {
			t.Errorf("nothing leads to %s", anchor)
		}
	}
}

func TestImprint(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Race{Title: "Åtta öar", Coordinator: "Nät & Co"}}}})
	data, err := Compose(t.Context(), b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	info := tool(t, "pdfinfo", file(t, data))
	for _, want := range []string{"Åtta öar – Slutrapport", "Nät & Co", "Wed Jul 31 12:00:00 2013"} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in %s", want, info)
		}
	}
}
