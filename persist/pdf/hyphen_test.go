package pdf

import (
	"strings"
	"testing"

	"racedesk/assets/hyphens"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// shown writes a word with hyphens where it may be parted.
func shown(h *hyphens.Patterns, word string) string {
	var out strings.Builder
	rs, from := []rune(word), 0
	for _, n := range jointsOf(h, atom{rs: rs, raw: word}) {
		out.WriteString(string(rs[from:n]) + "-")
		from = n
	}
	return out.String() + string(rs[from:])
}

// Words as a reader of the language would part them; the patterns find most joints, not all.
func TestKnownWordsAreParted(t *testing.T) {
	for lang, list := range map[model.Language]string{
		model.Swedish: "pro-dukt-ut-veck-ling ar-bets-lös-het mål-grup-perna sam-ar-bets-part-ner ge-nom-fö-ran-det " +
			"bo-stads-om-rå-den sä-ker-het åter-be-tal-ning upp-hand-ling för-vän-tade “råd-giv-ning”, " +
			"mik-ro-fi-nan-sie-ring ung-doms-ar-bets-lös-het pro-cess-le-dare ny av öde",
		model.English: "uni-ver-sity un-em-ploy-ment de-vel-op-ment pro-gramme (or-gan-isa-tion). through-out the is",
	} {
		for want := range strings.FieldsSeq(list) {
			if got := shown(hyphens.For(string(lang)), strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}

func TestWhatIsNoWordStaysWhole(t *testing.T) {
	for _, text := range []string{"Malmöstad", "EU-medlemskapet", "https://exempelsidan.se", "info@exempelsidan", "exempelsidan.se/produkter",
		"12345678", "e\u0301levarbete", strings.Repeat("sammansatta", 40)} {
		if got := shown(hyphens.For("sv"), text); got != text {
			t.Errorf("%s", got)
		}
	}
	if at := jointsOf(nil, atom{rs: []rune("arbete"), raw: "arbete"}); at != nil {
		t.Error("a word of no language is parted")
	}
}

// set sets a text in a narrow measure, with what is copied for a hyphen shown as -.
func set(t *testing.T, text string, st style, width float64) []string {
	t.Helper()
	p := freshPress(t)
	var out []string
	for _, l := range p.wrap(text, st, width) {
		if l.width > width {
			t.Errorf("%q is %g wide", string(l.rs), l.width)
		}
		said := run{face: p.forge.face, text: string(l.rs)}.said()
		out = append(out, strings.ReplaceAll(said, string(softHyphen), "-"))
	}
	return out
}

func TestANarrowParagraph(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"Swedish": {"Processledarna presenterade utvecklingsmöjligheter och finansieringsmodeller för målgrupperna under samarbetet.",
			"Processledarna pre-|senterade utveck-|lingsmöjligheter och|finansieringsmodel-|ler för målgrupperna|under samarbetet."},
		"English in a Swedish report": {"The organisations of the programme demonstrated entrepreneurship and unemployment considerations for development.",
			"The organisations of|the programme|demonstrated entre-|preneurship and un-|employment|considerations for|development."},
		"another language": {"Die Entwicklungszusammenarbeit wird durch Wirtschaftsförderung der Bundesrepublik ergänzt und dann noch einmal ganz durch.",
			"Die|Entwicklungszusamm|enarbeit wird durch|Wirtschaftsförderung|der Bundesrepublik|ergänzt und dann|noch einmal ganz|durch."},
		"names": {"Det som var i Kristianstadsbygden och på Gotland.", "Det som var i|Kristianstadsbygden|och på Gotland."},
		"soft":  {"Öarna och Kristian\u00ADstads\u00ADbygden i väst", "Öarna och Kristian-|stadsbygden i väst"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(set(t, test.text, body.parted(), 108), "|"); got != test.want {
				t.Errorf("%s", got)
			}
		})
	}
}

func TestNoMoreThanTwoHyphensInARow(t *testing.T) {
	text := "och " + strings.Repeat("sammanhållningspolitikerna ", 60)
	parted := 0
	lines := set(t, text, body.parted(), 150)
	for i, l := range lines {
		if !strings.HasSuffix(l, "-") {
			parted = 0
		} else if parted++; parted > mostParted {
			t.Errorf("line %d is the third to be parted", i)
		}
	}
	if parted != 0 {
		t.Errorf("the last word is parted: %q", lines[len(lines)-2:])
	}
	if got := strings.Join(set(t, text, title2, 150), ""); strings.Contains(got, "-") {
		t.Error("a head is parted")
	}
}

func TestWhatIsGluedStaysTogether(t *testing.T) {
	p := freshPress(t)
	spans := []report.Span{{Text: "Vi gör det här nu "}, {Text: "tillsammans", Bold: true}, {Text: "."}}
	for width := 100.0; width < 180; width++ {
		for _, l := range p.rich(spans, body, width) {
			if said := string(l.pieces[0].rs); said == "." {
				t.Fatalf("a full stop alone at %g", width)
			}
		}
	}
}

// A hyphen is copied as a soft one, as ISO 32000-1, 14.8.2.2.3 has it: without it and
// the line's end, words are whole.
func TestPartedWordsAreCopiedWhole(t *testing.T) {
	text := strings.Repeat("Produktutvecklingen och finansieringsmodellerna för landsbygdsbefolkningens arbetsmarknadsmöjligheter ", 30)
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Report{Purpose: text}}}})
	data, err := Compose(t.Context(), b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(tool(t, "pdftotext", file(t, data), "-"), string(softHyphen)+"\n", "")
	for _, word := range []string{"finansieringsmodellerna", "landsbygdsbefolkningens", "arbetsmarknadsmöjligheter"} {
		if n := strings.Count(got, word); n < 30 {
			t.Errorf("%s is found %d times of 30", word, n)
		}
	}
	if strings.Count(string(data), "<00AD>") != 1 {
		t.Error("no soft hyphen is copied for the hyphens")
	}
	parse(t, data).fonts()
}

func TestAWordOfSoftHyphensEnds(t *testing.T) {
	for _, l := range set(t, strings.Repeat("å\u00AD", 50_000), body, 200) {
		if !strings.HasPrefix(l, "å") {
			t.Fatalf("%q", l)
		}
	}
}
