package pdf

import (
	"slices"
	"strings"
	"testing"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
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
	if got := plain("Lån 😀 日本"); got != "Lån "+string(missing)+" 日本" {
		t.Errorf("title is %q", got)
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
