package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

func TestLacks(t *testing.T) {
	b := model.NewBoard(1, []model.Entity{
		model.Race{Title: "Lopp", Coordinator: "K"}, model.Report{Purpose: "{problem} {folk}", Execution: "Så."},
		model.Card{ID: "a", Stage: model.Problem, Title: "A"}, model.Card{ID: "b", Stage: model.Project, Title: "B"},
		model.Card{ID: "c", Stage: model.Project, Title: "C"}, model.NewLink("a", "c"),
		model.Card{ID: "d", Stage: model.Product, Title: "D", Text: "Så här"}, model.Card{ID: "e", Stage: model.Product, Title: "E"},
		model.Picture{ID: "p", Card: "e", Data: []byte("x")}, model.Appendix{ID: "t", Title: "Budget"}, model.Appendix{ID: "f", Order: 1, File: "avtal.pdf"},
	})
	got := report.Lacks(b, words.For("sv"), time.Now())
	want := []report.Lack{
		{What: "Resultat och förväntade effekter är inte skrivet än", Name: "results"},
		{What: "Det finns ingen siffra som heter {folk}, i Syfte och mål", Name: "purpose"},
		{What: "Omslaget saknar: Diarienummer, Bidrag, Projektets löptid, Status", Name: report.Cover},
		{What: "Bilaga 5. Budget är inte skriven än", Name: "appendix-t"},
		{What: "Produkten D har ingen bild", Card: "d"}, {What: "Produkten E har ingen text", Card: "e"},
		{What: "Projektet B kommer inte ur något problem", Card: "b"},
		{What: "Med avtal.pdf kan rapporten inte följa PDF/A.", Name: "appendix-f", Remark: true},
	}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i, l := range got {
		if l != want[i] {
			t.Errorf("%v, want %v", l, want[i])
		}
	}
}

// What is printed in the race's own language in a report in English is named.
func TestLacksOfEnglish(t *testing.T) {
	r := model.Report{Purpose: "Syftet", Results: "Resultatet", Execution: "Så", Language: model.Both}
	r.English.Results = "The result"
	board := func() *model.Board {
		return model.NewBoard(1, []model.Entity{r, model.Appendix{ID: "t", Title: "Budget", Text: "Kronor"},
			model.Appendix{ID: "u", Order: 1, Title: "Press", EnglishTitle: "Press", Text: "Ord", EnglishText: "Words"}})
	}
	english := func(lang string) (out []report.Lack) {
		for _, l := range report.Lacks(board(), words.For(lang), time.Now()) {
			if l.English {
				out = append(out, l)
			}
		}
		return out
	}
	want := []report.Lack{{What: "Engelska texten saknas: Syfte och mål", Name: "purpose", English: true},
		{What: "Engelska texten saknas: Upplägg och genomförande", Name: "execution", English: true},
		{What: "Engelska texten saknas: Bilaga 5. Budget", Name: "appendix-t", English: true}}
	if got := english("sv"); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if r.Language = model.English; len(english("en")) != 3 {
		t.Errorf("in English alone %v", english("en"))
	}
	if r.Language = model.Swedish; english("sv") != nil {
		t.Error("a report in Swedish lacks English")
	}
}

// The list covers both languages of a report, in the words of whoever reads it.
func TestLacksOfBothLanguages(t *testing.T) {
	r := model.Report{Purpose: "{okant}", Results: "Så", Execution: "Så", Language: model.Both}
	r.English = model.Texts{Purpose: "The {folk}", Results: "So", Execution: "So"}
	b := model.NewBoard(1, []model.Entity{r, model.Appendix{ID: "t", Title: "Budget", Text: "{nonsens}", EnglishText: "Sums"}})
	for lang, want := range map[string][]string{
		"sv": {"Det finns ingen siffra som heter {okant}, i Syfte och mål", "Det finns ingen siffra som heter {folk}, i Syfte och mål",
			"Det finns ingen siffra som heter {nonsens}, i Bilaga 5. Budget"},
		"en": {"There is no figure called {okant}, in Purpose and goal", "There is no figure called {folk}, in Purpose and goal",
			"There is no figure called {nonsens}, in Appendix 5. Budget"},
	} {
		got := report.Lacks(b, words.For(lang), time.Now())
		for i, what := range want {
			if got[i].What != what || got[i].English != (i == 1) {
				t.Errorf("in %s %v, want %s", lang, got[i], what)
			}
		}
	}
}

// Texts in Swedish under English heads are named also where nobody chose a language.
func TestLacksOfEnglishThatNobodyChose(t *testing.T) {
	lacks := func(purpose, lang string) bool {
		b := model.NewBoard(1, []model.Entity{model.Report{Purpose: purpose}})
		return slices.ContainsFunc(report.Lacks(b, words.For(lang), time.Now()), func(l report.Lack) bool { return l.English })
	}
	const swedish, english = "Projektet skulle ta fram produkter och tjänster som är till för de unga.", "The aim of the race was to find products for Åsa in Växjö."
	if !lacks(swedish, "en") || lacks(english, "en") || lacks(swedish, "sv") {
		t.Errorf("named: Swedish %v, English %v, Swedish in Swedish %v", lacks(swedish, "en"), lacks(english, "en"), lacks(swedish, "sv"))
	}
}

// A figure is looked for in what is printed: of an appendix its text, in the language that
// it has.
func TestFiguresOfAppendicesAreThoseThatArePrinted(t *testing.T) {
	b := model.NewBoard(0, nil)
	r := b.Report()
	r.Language = model.English
	b.Apply(model.Edit{Changes: []model.Change{{After: r},
		{After: model.Appendix{ID: "a", Title: "Budget {x}", Text: "{okänt} kronor", EnglishTitle: "Budget"}}}}.Stamped(1, time.Unix(0, 0)))
	src := report.Source{Board: b, Words: words.For("en"), At: time.Unix(0, 0)}
	if got := report.Unfilled(src); len(got) != 1 || !strings.Contains(got[0], "{okänt}") {
		t.Errorf("the figures that there are not: %q", got)
	}
	page, err := report.HTML(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<title>Innovation Race – Final report</title>", `lang="sv"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("no %s", want)
		}
	}
}

// What others did after a board was read is not in its report.
func TestTheHistoryEndsWithTheBoard(t *testing.T) {
	noon := time.Unix(1e9, 0)
	b := model.NewBoard(0, nil)
	e := model.Edit{Changes: []model.Change{{After: model.Card{ID: "a", Stage: model.Problem, Title: "Rents"}}}}.Stamped(1, noon)
	b.Apply(e)
	later := model.Edit{}.Stamped(2, noon.Add(time.Hour))
	src := report.Source{Board: b, Words: words.For("en"), At: noon.Add(2 * time.Hour), History: []model.Edit{e, later}}
	if at := src.Instant(); !at.Equal(noon) {
		t.Errorf("the report is of %v", at)
	}
}
