package report_test

import (
	"testing"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

func TestLacks(t *testing.T) {
	b := model.NewBoard(1, []model.Entity{
		model.Report{Purpose: "{problem} {folk}", Execution: "Så."},
		model.Card{ID: "a", Stage: model.Problem, Title: "A"}, model.Card{ID: "b", Stage: model.Project, Title: "B"},
		model.Card{ID: "c", Stage: model.Project, Title: "C"}, model.NewLink("a", "c"),
		model.Card{ID: "d", Stage: model.Product, Title: "D", Text: "Så här"}, model.Card{ID: "e", Stage: model.Product, Title: "E"},
		model.Picture{ID: "p", Card: "e", Data: []byte("x")}, model.Appendix{ID: "t", Title: "Budget"}, model.Appendix{ID: "f", Order: 1, File: "avtal.pdf"},
	})
	got := report.Lacks(b, words.For("sv"), time.Now())
	want := []report.Lack{
		{What: "Resultat och förväntade effekter är inte skrivet än", Name: "results"},
		{What: "Det finns ingen siffra som heter {folk}, i Syfte och mål", Name: "purpose"},
		{What: "Bilaga 5. Budget är inte skriven än", Name: "appendix-t"},
		{What: "Med avtal.pdf bifogad är rapporten inte PDF/A: vad andras filer innehåller går inte att lova", Name: "appendix-f"},
		{What: "Produkten D har ingen bild", Card: "d"}, {What: "Produkten E har ingen text", Card: "e"},
		{What: "Projektet B kommer inte ur något problem", Card: "b"},
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
