package pdf

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

var written = time.Date(2013, 7, 31, 12, 0, 0, 0, time.UTC)

// board commits an edit to a race in memory and returns the board.
func board(t testing.TB, edits ...model.Edit) *model.Board {
	t.Helper()
	m := model.NewMemory(func() time.Time { return written })
	for _, e := range edits {
		if _, err := m.Commit(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	b, err := m.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func sample(t testing.TB) *model.Board {
	t.Helper()
	o, err := model.ParseOutline(assets.Sample)
	if err != nil {
		t.Fatal(err)
	}
	return board(t, o.Edits(model.SampleFinished)...)
}

func few(t *testing.T) *model.Board {
	t.Helper()
	return board(t, model.Edit{Changes: []model.Change{
		{After: model.Race{Title: "Litet lopp", Funder: "Vinnova", Reference: "2013-02361", Illustration: true}},
		{After: model.Report{Purpose: "Åtta öar.\nSe https://example.org/a(b)?q=å.", Strategy: "שלום עולם"}},
		{After: model.Group{ID: "u", Name: "Unga", Style: 0}},
		{After: model.Group{ID: "k", Name: "Kvinnor", Style: 4, Order: 1}},
		{After: model.Person{ID: "p1", Name: "Åsa Öberg", Role: model.ProcessLeader}},
		{After: model.Segment{ID: "s1", Phase: "Start", Title: "Föreläsning", Length: 90 * time.Minute}},
		{After: model.Card{ID: "a", Stage: model.Problem, Title: "Ingen säkerhet", Groups: []model.ID{"u"}, Votes: 4}},
		{After: model.Card{ID: "b", Stage: model.Problem, Title: "Långa köer", Rank: 1, Parked: true}},
		{After: model.Card{ID: "c", Stage: model.Project, Title: "Borgen", Groups: []model.ID{"u", "k"}}},
		{After: model.Card{ID: "d", Stage: model.Product, Title: "Borgensringen", Text: "Fem går i borgen.",
			Groups: []model.ID{"u", "k"}, Leader: "Åsa Öberg", Designers: []string{"B", "C"}, NextStep: "Prova i Malmö."}},
		{After: model.NewLink("a", "c")}, {After: model.NewLink("c", "d")},
		{After: drawn("d", 1, 60, 40)}, {After: drawn("d", 2, 20, 40)},
	}})
}

// dump writes sheets as text.
func dump(sheets []*sheet) string {
	var out strings.Builder
	for i, s := range sheets {
		fmt.Fprintf(&out, "sheet %d\n", i+1)
		for _, r := range s.runs {
			fmt.Fprintf(&out, "  %.1f %.1f %s %g %06X %q\n", r.x, r.y, r.face.name, r.size, uint32(r.ink), r.said())
		}
		for _, sh := range s.shapes {
			fmt.Fprintf(&out, "  shape %d points %.1f fill %06X line %06X\n", len(sh.pts), sh.pts[0], uint32(sh.fill), uint32(sh.line))
		}
		for _, i := range s.images {
			fmt.Fprintf(&out, "  image %.1f %.1f %.1f %.1f of %d bytes\n", i.x, i.y, i.w, i.h, len(i.data))
		}
		for _, b := range s.brought {
			fmt.Fprintf(&out, "  brought %.1f %.1f %.1f %.1f page %d of %s\n", b.x, b.y, b.w, b.h, b.page+1, b.name)
		}
		for _, l := range s.links {
			fmt.Fprintf(&out, "  link %.1f %.1f %.1f %.1f %s%s\n", l.x, l.y, l.w, l.h, l.anchor, l.url)
		}
		for _, a := range s.anchors {
			fmt.Fprintf(&out, "  anchor %s %q %.1f\n", a.name, a.title, a.y)
		}
	}
	return out.String()
}

func layout(t *testing.T, b *model.Board, lang string) []*sheet {
	t.Helper()
	p, err := newPress(b, words.For(lang), written)
	if err != nil {
		t.Fatal(err)
	}
	p.fallback.files = nil // the same on every machine
	sheets, err := p.layout(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	inside(t, sheets)
	return sheets
}

// inside fails where text stands beside the paper's one column, or pictures leave it.
func inside(t *testing.T, sheets []*sheet) {
	t.Helper()
	for i, s := range sheets {
		for _, r := range s.runs {
			w := float64(r.face.width([]rune(r.text))) * r.size / 1000
			if r.x < margin-0.1 || r.x+w > margin+full+0.1 || r.y < 20 || r.y > paperH-20 {
				t.Errorf("sheet %d: %.40q at %.0f, %.0f leaves the column", i+1, r.text, r.x, r.y)
			}
		}
		if p, outside := stray(s); outside {
			t.Errorf("sheet %d: a picture of %.0f × %.0f at %.0f, %.0f leaves the column", i+1, p.w, p.h, p.x, p.y)
		}
		for _, sh := range s.shapes {
			for _, q := range sh.pts {
				if q.x < 20 || q.x > paperW-20 || q.y < 20 || q.y > paperH-20 {
					t.Errorf("sheet %d: a shape at %v leaves the paper", i+1, q)
				}
			}
		}
	}
}

func TestGolden(t *testing.T) {
	got := dump(layout(t, few(t), "sv"))
	path := filepath.Join("testdata", "few.golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Error("the sheets differ from testdata/few.golden; look at them and run with -update")
	}
}

func TestWordings(t *testing.T) {
	for _, lang := range words.Languages {
		for _, b := range []*model.Board{few(t), board(t), sample(t)} {
			text := dump(layout(t, b, lang))
			for _, bad := range []string{"report.", "%!", "EXTRA"} {
				if i := strings.Index(text, bad); i >= 0 {
					t.Errorf("%s: %q in %q", lang, bad, text[max(0, i-20):i+40])
				}
			}
		}
	}
}

func TestComposeTwice(t *testing.T) {
	b := sample(t)
	first, err := Compose(t.Context(), b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := Compose(t.Context(), b.Clone(), words.For("sv"), written)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again) {
			t.Fatal("the same board made other bytes")
		}
	}
}

// file puts a report where a tool can read it.
func file(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs one of the programs that the project's set-up installs.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TZ=UTC")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestFile(t *testing.T) {
	boards := map[string]*model.Board{"sample": sample(t), "few": few(t), "empty": board(t), "hard": hard(t)}
	for name, b := range boards {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "räport.pdf")
			if err := Write(t.Context(), path, b, words.For("sv"), written); err != nil {
				t.Fatal(err)
			}
			tool(t, "qpdf", "--check", path)
			text := tool(t, "pdftotext", "-layout", path, "-")
			for _, want := range []string{"Diarienummer", "Syfte och mål", "Upplägg och genomförande", "Bilaga 4", "Sida 2 av"} {
				if !strings.Contains(text, want) {
					t.Errorf("no %q in the text", want)
				}
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".racedesk*")); left != nil {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// hard is a race of all that is hard to set.
func hard(t *testing.T) *model.Board {
	t.Helper()
	long := strings.Repeat("Mikrofinans för alla är målet. ", 3500)
	wall := strings.Repeat("Å", 4000)
	return board(t, model.Edit{Changes: []model.Change{
		{After: model.Race{Title: wall[:600], Coordinator: wall[:800], Reference: "مرحبا 123 (a)"}},
		{After: model.Report{Purpose: long, Results: wall, Links: "https://example.org/" + strings.Repeat("x", 500)}},
		{After: model.Group{ID: "g", Name: wall[:200], Style: -3}},
		{After: model.Person{ID: "p", Name: wall[:400], Role: model.Expert}},
		{After: model.Card{ID: "a", Stage: model.Problem, Title: wall, Groups: []model.ID{"g"}, Votes: 1 << 40}},
		{After: model.Card{ID: "d", Stage: model.Product, Title: wall, Text: long, NextStep: "日本語 😀 e\u0301",
			Groups: []model.ID{"g"}, Leader: wall[:900], Designers: strings.Split(strings.Repeat("Åsa Öberg,", 60), ",")}},
		{After: model.NewLink("a", "d")},
	}})
}

func TestHard(t *testing.T) {
	b := hard(t)
	layout(t, b, "en")
	start := time.Now()
	if _, err := Compose(t.Context(), b, words.For("en"), written); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

func BenchmarkReport(b *testing.B) {
	race := sample(b)
	for b.Loop() {
		if _, err := Compose(b.Context(), race, words.For("sv"), written); err != nil {
			b.Fatal(err)
		}
	}
}
