package report_test

import (
	"slices"
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
