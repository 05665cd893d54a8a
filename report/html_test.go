package report_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// source is a finished race with what a page must not believe.
func source(t *testing.T) report.Source {
	t.Helper()
	outline, err := model.ParseOutline(assets.Sample)
	if err != nil {
		t.Fatal(err)
	}
	b := model.NewBoard(0, nil)
	for i, e := range outline.Edits(model.SampleFinished) {
		b.Apply(e.Stamped(int64(i+1), time.Unix(0, 0)))
	}
	r := b.Report()
	r.Purpose = "**Mål** <script>alert(1)</script> [sidan](https://example.org/?a=1&b=2)\n\n- ett\n- två {problem}"
	r.Language, r.English.Purpose = model.Both, "The aim"
	further := []model.Change{{After: model.Appendix{ID: "t", Title: "Budget", Text: "**{timmar}** kronor", EnglishText: "Less"}},
		{After: model.Appendix{ID: "f", Order: 1, Title: "<Avtal>", File: "avtal.pdf", Pages: make([]model.Paper, 3)}}}
	b.Apply(model.Edit{Changes: further}.Stamped(98, time.Unix(0, 0)))
	logo, err := b.SetLogo(model.Picture{Data: []byte("\x89PNG\r\n\x1a\nlogo")})
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(logo.Stamped(99, time.Unix(0, 0)))
	b.Apply(model.Edit{Changes: []model.Change{{After: r}, {After: model.Picture{ID: "p", Card: b.Column(model.Product)[0].ID, Data: []byte("\x89PNG\r\n\x1a\n")}},
		{After: model.Deviation{ID: "d", What: "<b>Projektorn</b>", Elapsed: 90 * time.Minute}}}}.Stamped(100, time.Unix(0, 0)))
	return report.Source{Board: b, Words: words.For("sv"), At: time.Unix(0, 0)}
}

func TestHTML(t *testing.T) {
	data, err := report.HTML(source(t))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, want := range []string{`<html lang="sv">`, `<main lang="sv">`, `<main lang="en">`, `<strong>Mål</strong>`, "&lt;script&gt;",
		`<a href="https://example.org/?a=1&amp;b=2">sidan</a>`, "två 80", `<th scope="col">`, `<th scope="row">`, `alt="Bild 1 av produkten `,
		`src="data:image/png;base64,`, `href="#sv-purpose"`, `id="en-purpose"`, "The aim", "01:30", "Bilaga 5. Budget", "<strong>48</strong>",
		"Appendix 5. Budget", "Less", "Bilaga 6. &lt;Avtal&gt;", "avtal.pdf, 3 sidor, finns i rapporten som PDF.", `<img class="logo" alt="Logotyp för `, "&lt;b&gt;Projektorn&lt;/b&gt;",
		`<p class="quiet">Korten och texterna är en illustration.`, `<h2 id="sv-map">Varje problems väg</h2>`, `<th scope="col">Produkt</th>`, `<th scope="col">Product</th>`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, bad := range []string{"<script", "report.part", "%!", "ZgotmplZ", "EXTRA"} {
		if strings.Contains(page, bad) {
			t.Errorf("%s is in the page", bad)
		}
	}
	closed(t, page)
}

// closed fails where something of the page is not closed.
func closed(t *testing.T, page string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta", "br", "img"}, xml.HTMLEntity
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	if depth != 0 {
		t.Errorf("%d elements are not closed", depth)
	}
}

func TestAsText(t *testing.T) {
	text := string(report.AsText(source(t)))
	for _, want := range []string{"Diarienummer: 2013-02361\n", "\nSyfte och mål\n-------------\nMål <script>", "• två 80", "Bilaga 4", "Bilaga 5. Budget\n----------------\n48 kronor\n", "avtal.pdf, 3 pages, is in the report as a PDF.", "01:30\t<b>Projektorn</b>", "\nPurpose and goal\n",
		"Ett kort som gäller flera målgrupper räknas", "Projektgruppen har själv skrivit texten", "Alla\t80 (2 öppna, 4 parkerade)", "\nRöster: ",
		"=\n\nKorten och texterna är en illustration.", "\nVarje problems väg\n------------------\nNr\tProblem\tProjekt\tProdukt\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	empty := string(report.AsText(report.Source{Board: model.NewBoard(0, nil), Words: words.For("en"), At: time.Unix(0, 0)}))
	if !strings.Contains(empty, "Not written yet.") {
		t.Error("an empty race says nothing")
	}
}

// TestTheProgrammeAndTheFigures holds against the board what both reports tell.
func TestTheProgrammeAndTheFigures(t *testing.T) {
	start := time.Date(2013, 7, 29, 8, 0, 0, 0, time.FixedZone("", 2*3600))
	b := model.NewBoard(0, nil)
	b.Apply(model.Edit{Changes: []model.Change{
		{After: model.Clock{Length: 48 * time.Hour, Since: start}},
		{After: model.Group{ID: "g", Name: "Growers"}},
		{After: model.Card{ID: "a", Stage: model.Problem, Title: "In", Groups: []model.ID{"g"}}},
		{After: model.Card{ID: "b", Stage: model.Problem, Title: "Out"}},
		{After: model.Segment{ID: "s", Title: "Lunch", Length: time.Hour, Fixed: "12:00"}},
	}}.Stamped(1, start))
	text := string(report.AsText(report.Source{Board: b, Words: words.For("en"), At: start}))
	for _, want := range []string{"No target group\t1", "Growers\t1", "All\t2", "04:00–05:00"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// A name cannot turn what follows it around, and a text that is not written in English
// yet says which language it is in.
func TestHTMLSaysWhatItIs(t *testing.T) {
	b := model.NewBoard(0, nil)
	b.Apply(model.Edit{Changes: []model.Change{
		{After: model.Report{Language: model.Both, Purpose: "Att hjälpa", Results: "Bra", English: model.Texts{Results: "Good"}}},
		{After: model.Card{ID: "a", Stage: model.Problem, Title: "In\u202Efdp.exe"}},
		{After: model.Appendix{ID: "f", File: "a\u202Efdp.exe", Pages: make([]model.Paper, 1)}},
	}}.Stamped(1, time.Unix(0, 0)))
	src := report.Source{Board: b, Words: words.For("en"), At: time.Unix(0, 0)}
	page, err := report.HTML(src)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsRune(string(page), '\u202E') || strings.ContainsRune(string(report.AsText(src)), '\u202E') {
		t.Error("a name turns the rest around")
	}
	for text, times := range map[string]int{`<p lang="sv"><span>Att hjälpa`: 1, `<p><span>Att hjälpa`: 1, `<p><span>Good`: 1, `<p lang="sv"><span>Bra`: 0} {
		if n := strings.Count(string(page), text); n != times {
			t.Errorf("%d times %s", n, text)
		}
	}
}
