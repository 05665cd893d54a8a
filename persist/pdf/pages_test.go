package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

// says tells whether a sheet has a run of just that text.
func says(s *sheet, text string) bool {
	return slices.ContainsFunc(s.runs, func(r run) bool { return r.text == text })
}

// What was noted as it happened stands beneath the plan, where it is not the same.
func TestTheAgendaTellsWhatReallyHappened(t *testing.T) {
	segment := func(id model.ID, rank model.Rank, began time.Duration) model.Change {
		return model.Change{After: model.Segment{ID: id, Phase: "Fasen", Title: "Punkt", Rank: rank, Length: time.Hour,
			Begun: began >= 0, Began: max(0, began)}}
	}
	e := model.Edit{Changes: []model.Change{segment("a", 1, 0), segment("b", 2, 75*time.Minute), segment("c", 3, -1)}}
	var told []string
	for _, s := range layout(t, board(t, e), "sv") {
		for _, text := range []string{"Programmet som planerat, därunder som det blev", "00:00–01:00", "00:00–01:15",
			"01:00–02:00", "01:15–02:15", "02:00–03:00"} {
			if says(s, text) {
				told = append(told, text)
			}
		}
	}
	if len(told) != 6 {
		t.Errorf("the report tells only %q", told)
	}
}

func TestEveryPageOfTheAgendaSaysDayAndPhase(t *testing.T) {
	var changes []model.Change
	for i := range 60 {
		changes = append(changes, model.Change{After: model.Segment{ID: model.ID(fmt.Sprint("s", i)), Phase: "Fasen",
			Title: "Punkt", Note: "Med en rad under.", Start: time.Duration(i) * 20 * time.Minute, Length: 20 * time.Minute}})
	}
	tables := 0
	for i, s := range layout(t, board(t, model.Edit{Changes: changes}), "sv") {
		if !says(s, "Tid från start") {
			continue
		}
		tables++
		if !says(s, "Fasen") || !says(s, "1") {
			t.Errorf("sheet %d names no phase or no day", i+1)
		}
	}
	if tables < 2 {
		t.Errorf("the agenda takes %d pages; the test needs more", tables)
	}
}

func TestNoRowAloneOnAPage(t *testing.T) {
	p, err := newPress(board(t), words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	for rows := 2; rows < 90; rows++ {
		f := p.flow(t.Context())
		f.table([]col{{head: "Huvud", w: full}}, rows, func(int, bool) []cell { return []cell{{text: "Rad", st: small}} })
		total := 0
		for i, s := range f.sheets {
			set := len(s.runs) - 1 // the head
			if total += set; set < 2 || !says(s, "Huvud") {
				t.Errorf("%d rows: sheet %d has %d and a head: %t", rows, i+1, set, says(s, "Huvud"))
			}
		}
		if total != rows {
			t.Errorf("%d of %d rows are set", total, rows)
		}
	}
}

func TestSmallFunnelStaysOnTheCover(t *testing.T) {
	sheets := layout(t, board(t, model.Edit{Changes: []model.Change{
		{After: model.Race{Title: strings.Repeat("Å", 500)}},
		{After: model.Group{ID: "g", Name: "Unga"}},
		{After: model.Card{ID: "a", Stage: model.Problem, Title: "Ett", Groups: []model.ID{"g"}}},
	}}), "sv")
	if !says(sheets[0], "Unga") {
		t.Error("a funnel of one problem has left the cover")
	}
}

// manyGroups is a race whose only product is for seven groups with long names.
func manyGroups(t *testing.T) (*model.Board, []string) {
	t.Helper()
	names := []string{"Unga", "Utlandsfödda kvinnor", "Personer med funktionsnedsättning", "Äldre på landsbygden",
		"Nyanlända akademiker", "Studenter vid högskolor", "Kooperativ"}
	var changes []model.Change
	var ids []model.ID
	for i, name := range names {
		id := model.ID(fmt.Sprint("g", i))
		ids = append(ids, id)
		changes = append(changes, model.Change{After: model.Group{ID: id, Name: name, Style: i, Order: i}},
			model.Change{After: model.Card{ID: model.ID(fmt.Sprint("a", i)), Stage: model.Problem, Title: "Problem", Groups: ids[i:]}})
	}
	changes = append(changes, model.Change{After: model.Card{ID: "d", Stage: model.Product, Title: "Produkten", Groups: ids,
		Designers: strings.Split(strings.Repeat("Åsa,", 39)+"Åsa", ",")}})
	return board(t, model.Edit{Changes: changes}), names
}

func TestProductNamesAllItsGroups(t *testing.T) {
	b, names := manyGroups(t)
	for _, s := range layout(t, b, "sv") {
		if !says(s, "Produkten") || !says(s, "Produkter") || says(s, "Innehåll") {
			continue
		}
		for _, name := range names {
			if !says(s, name) {
				t.Errorf("the product does not name %s", name)
			}
		}
		if !slices.ContainsFunc(s.runs, func(r run) bool { return strings.HasPrefix(r.text, "Åsa, Åsa, Åsa") }) {
			t.Error("designers who do not fit into the margin stand beneath each other in the column")
		}
	}
}

func TestFunnelNamesGroupsWhole(t *testing.T) {
	b, _ := manyGroups(t)
	cover := layout(t, b, "sv")[0]
	for _, want := range []string{"Utlandsfödda", "kvinnor", "Personer med …", "högskolor"} {
		if !says(cover, want) {
			t.Errorf("the cover has no %q", want)
		}
	}
}

func TestEmptyRaceSaysSo(t *testing.T) {
	text := dump(layout(t, board(t), "sv"))
	for _, want := range []string{"Inga problem ännu.", "Inga produkter ännu.", "Inga personer ännu.", "Ännu inte skrivet."} {
		if !strings.Contains(text, want) {
			t.Errorf("the empty report does not say %q", want)
		}
	}
	if strings.Contains(text, "flera målgrupper") {
		t.Error("the empty report explains target groups that are not there")
	}
}

// A number and what it counts stay together on the cover.
func TestSentenceKeepsNumbersWithTheirNouns(t *testing.T) {
	for _, lang := range words.Languages {
		p, err := newPress(few(t), words.For(lang), written)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range p.wrap(p.flow(t.Context()).sentence(), sentenceStyle, 60) {
			if text := string(l.rs); strings.Trim(text, "0123456789 ") == "" {
				t.Errorf("%s: %q stands alone", lang, text)
			}
		}
	}
}

func TestThousandsOfProblems(t *testing.T) {
	changes := []model.Change{{After: model.Card{ID: "p", Stage: model.Project, Title: "Projekt"}}}
	for i := range 8000 {
		id := model.ID(fmt.Sprint("a", i))
		changes = append(changes, model.Change{After: model.Card{ID: id, Stage: model.Problem, Rank: model.Rank(i),
			Title: fmt.Sprint("Problem som ingen annan har ", i)}})
		if i%2 == 0 {
			changes = append(changes, model.Change{After: model.NewLink(id, "p")})
		}
	}
	b := board(t, model.Edit{Changes: changes})
	start := time.Now()
	sheets := layout(t, b, "sv")
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	listed := 0
	for _, s := range sheets {
		if !says(s, "Gick till projekt, därunder produkt") {
			continue
		}
		for _, r := range s.runs {
			if strings.HasPrefix(r.text, "Problem som ") && r.size == small.size { // not on the map
				listed++
			}
		}
	}
	if listed != 8000 {
		t.Errorf("%d of 8000 problems are listed", listed)
	}
}

func TestProductSaysWhatItOffers(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Card{ID: "x", Stage: model.Product, Title: "Loan by boat",
		ForWhom: "Skerry farmers", Offer: "A boat", Terms: "A year"}}}})
	sheets := layout(t, b, "en")
	w := words.For("en")
	for key, text := range map[string]string{"check.forWhom": "Skerry farmers", "check.offer": "A boat", "check.terms": "A year"} {
		label := w.T(key) + ":"
		if !slices.ContainsFunc(sheets, func(s *sheet) bool { return says(s, label) && says(s, text) }) {
			t.Errorf("no page says %q %q", label, text)
		}
	}
}

// While the clock still runs, nothing reads as if it were over.
func TestSentenceOfARunningRace(t *testing.T) {
	outline, err := model.ParseOutline(assets.Sample)
	if err != nil {
		t.Fatal(err)
	}
	for state, want := range map[model.SampleState]string{model.SampleRunning: "So far", model.SampleFinished: "became"} {
		f := flow{press: &press{b: board(t, outline.Edits(state)...), w: words.For("en"), at: time.Unix(1371038400, 0)}}
		if got := f.sentence(); !strings.Contains(got, want) {
			t.Errorf("%s: %q", state, got)
		}
	}
}

func TestDeviationsAreListed(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Deviation{ID: "d", Noted: written, Elapsed: 31*time.Hour + 20*time.Minute,
		What: "Projektorn gick sönder", Measure: "En ny hämtades"}}}})
	text := dump(layout(t, b, "sv"))
	for _, want := range []string{`"31:20"`, `"Projektorn gick sönder"`, `"En ny hämtades"`, `"Vad vi gjorde åt det"`} {
		if !strings.Contains(text, want) {
			t.Errorf("appendix 4 does not say %s", want)
		}
	}
}

// No page of the sample's report stays half empty but the last one of a language.
func TestNoPageIsHalfEmpty(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		sheets := layout(t, sample(t), lang)
		for i, s := range sheets[:len(sheets)-1] {
			foot := 0.0
			for _, r := range s.runs {
				if r.y < floor {
					foot = max(foot, r.y)
				}
			}
			if foot < ceiling+(floor-ceiling)*0.65 {
				t.Errorf("%s: page %d ends at %.0f of %.0f", lang, i+1, foot, floor)
			}
		}
	}
}

// Two products that fit on a page have half of it each.
func TestProductsHaveHalfAPage(t *testing.T) {
	halves := 0
	for _, s := range layout(t, sample(t), "sv") {
		var tops []float64
		for _, a := range s.anchors {
			if strings.HasPrefix(a.name, "r") && a.depth == 1 {
				tops = append(tops, a.y)
			}
		}
		if len(tops) == 2 && tops[1] == middle {
			halves++
		}
	}
	if halves < 8 {
		t.Errorf("%d pages of two halves", halves)
	}
}

// What came of each target group is told once, its number with its bar.
func TestFiguresAreToldOnce(t *testing.T) {
	b, names := manyGroups(t)
	for _, s := range layout(t, b, "sv") {
		if !says(s, "Resultatet i siffror") || says(s, "Innehåll") {
			continue
		}
		for _, name := range names {
			told := 0
			for _, r := range s.runs {
				told += bit(r.said() == name && r.size >= small.size) // a product names its own, smaller
			}
			if told > 1 {
				t.Errorf("%s is there %d times", name, told)
			}
		}
	}
}
