package pdf

import (
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

func TestLetters(t *testing.T) {
	p := freshPress(t)
	for in, want := range map[string]string{
		"A\u030Aland":       "Åland", // composed
		"a\u200Bb\u00ADc":   "abc",   // what steers is not seen
		"två\trader\nhär":   "två rader här",
		"Åsa \u202Eeno\x07": "Åsa eno",     // nothing turns the rest of the line
		"\U000F0001":        "\uFFFD",      // no text has a code of ours
		"①":                 "1",           // in plainer dress
		"a\u200D\uFE0Fb":    "ab",          // with nothing to join
		"q\u0303 סלם":       "q\u0303 סלם", // forms, each of its letters
		"a 😀b 日c":           "a 😀b 日c",     // behind what no font has, it goes on
	} {
		if said := (run{face: p.forge.face, text: string(p.letters(in, false))}).said(); said != want {
			t.Errorf("letters(%q) = %q, want %q", in, said, want)
		}
	}
	if got := p.letters("q\u0303", false); len(got) != 1 || got[0] < private {
		t.Errorf("a letter and its mark are %q", got)
	}
}

// freshPress is a press that finds no fonts but its own: the same on every machine.
func freshPress(t *testing.T) *press {
	t.Helper()
	p, err := newPress(board(t), words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	p.fallback.files = nil
	return p
}

func TestVisual(t *testing.T) {
	for in, want := range map[string]string{
		"abc 123":       "abc 123",
		"אבג":           "גבא",
		"אבג 123":       "123 גבא",
		"אבג (abc) דה":  "הד (abc) גבא",
		"abc אבג def":   "abc גבא def",
		"אב 1\u00A0500": "1\u00A0500 בא", // thousands keep their order
		"אב (abc) 12":   "12 (abc) בא",   // the pair runs with the paragraph
		"ab (אב) 12":    "ab (בא) 12",
		"א [ab (cd) 1":  "ab (cd) 1] א",
	} {
		rs := []rune(in)
		if got := string(visual(rs, rightToLeft(in))); got != want {
			t.Errorf("visual(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNumbersStayOnOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"på 10 000 kronor":     "på 10\u00a0000\u00a0kronor",
		"1 500 000":            "1\u00A0500\u00A0000",
		"år 2013 100 personer": "år 2013 100 personer", // a year is no thousand
		"5 00 och 5 0000":      "5 00 och 5 0000",
		" 000 ":                " 000 ",
	} {
		if got := tied(in); got != want {
			t.Errorf("tied(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestThousandsAreFoundInTheFile(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Race{Title: "Lån på 10 000", Grant: "1 500 000 kronor"}}}})
	text := dump(layout(t, b, "sv"))
	for _, want := range []string{`"Lån på 10 000"`, `"1 500 000 kronor"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s with plain spaces", want)
		}
	}
}

func TestNoShortWordAlone(t *testing.T) {
	p, err := newPress(board(t), words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	text := "Målet var att komma fram till åtminstone fyra nya produkter och tjänster."
	lines := p.wrap(text, body, column)
	if len(lines) != 2 || string(lines[1].rs) != "och tjänster." {
		t.Errorf("the last of %d lines is %q", len(lines), string(lines[len(lines)-1].rs))
	}
}

func TestWhatNoFontHasIsShownAndTold(t *testing.T) {
	p := freshPress(t)
	for _, text := range []string{"日", "😀", "👩\u200D👧", "نجم"} {
		for _, r := range p.letters(text, true) {
			if f, drawn := p.pick(r, true); f != p.forge.face || drawn != r {
				t.Errorf("%s is drawn as %c in %s", text, drawn, f.name)
			}
		}
	}
	if got := strings.Join(p.missed(), " "); got != "ج م ن 日 👩👧 😀" {
		t.Errorf("told: %s", got)
	}
	if !p.bold.has(missing) || !p.regular.has(missing) {
		t.Error("the mark for what is missing is missing")
	}
}

func TestMissingIsToldBeforeTheExport(t *testing.T) {
	odd := "\U0001FAE8" // a face that shakes: colour fonts have it, outline fonts hardly
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Race{Title: "Åtta " + odd}}}})
	r, err := Lay(t.Context(), report.Source{Board: b, Words: words.For("sv"), At: written})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(r.Missing(), ""); got != odd {
		t.Errorf("told %q", got)
	}
}

func TestWrap(t *testing.T) {
	p, err := newPress(board(t), words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []float64{0, 1, 40, 360} {
		for _, text := range []string{"", " ", "a", "två  ord", strings.Repeat("x", 500), "a\tb\nc"} {
			for _, l := range p.wrap(text, body, width) {
				if l.width > width && len(l.rs) > 1 {
					t.Errorf("wrap(%.10q, %g): %q is %g wide", text, width, string(l.rs), l.width)
				}
			}
		}
	}
}
