package pdf

import (
	"slices"
	"strings"
	"testing"
	"time"

	"racedesk/model"
)

// raced is a race whose segments began so many minutes from its start; below zero, nobody
// noted it.
func raced(t *testing.T, planned time.Duration, began ...int) *model.Board {
	t.Helper()
	var changes []model.Change
	for i, at := range began {
		s := model.Segment{ID: model.ID(rune('a' + i)), Rank: model.Rank(i + 1), Title: "Punkt " + string(rune('A'+i)), Phase: "Start", Length: planned}
		if at >= 0 {
			s.Begun, s.Began = true, time.Duration(at)*time.Minute
		}
		changes = append(changes, model.Change{After: s})
	}
	return board(t, model.Edit{Changes: changes})
}

func TestTheProgrammeAsItWent(t *testing.T) {
	sheets := layout(t, raced(t, time.Hour, 0, 75, 125, 185, -1), "sv")
	text := dump(sheets)
	for _, want := range []string{`"Hur lång varje punkt blev"`, `"planerat: 1 h"`, `"blev: 1 h 15 min, +15 min"`, `"–10 min"`, `"som planerat"`} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%s is there %d times", want, strings.Count(text, want))
		}
	}
	pale, dark := 0, 0
	for _, s := range sheets {
		for _, sh := range s.shapes {
			if sh.pts[0].x == heldX && sh.fill == black {
				dark++
			} else if sh.pts[0].x == heldX {
				pale++
			}
		}
	}
	if pale != 5 || dark != 3 { // of the fourth nobody knows the end, of the fifth nothing
		t.Errorf("%d pale bars and %d dark ones", pale, dark)
	}
}

func TestAProgrammeThatNobodyNotedHasNoSuchPicture(t *testing.T) {
	for _, b := range []*model.Board{raced(t, time.Hour, -1, -1, -1), raced(t, time.Hour, 0), sample(t), board(t)} {
		if text := dump(layout(t, b, "en")); strings.Contains(text, "How long each item took") {
			t.Error("it has one")
		}
	}
}

func TestALongProgrammeStaysOnThePaper(t *testing.T) {
	began := make([]int, 26)
	for i := range began {
		began[i] = i * i * 7
	}
	layout(t, raced(t, 10*time.Minute, began...), "en") // looks at each sheet
	layout(t, raced(t, 0, 0, 0, 0), "sv")
	layout(t, raced(t, 47*time.Hour, 0, 1, 47*60), "sv")
}

// Each page of it says what its bars are.
func TestALongProgrammeRepeatsItsKey(t *testing.T) {
	began := make([]int, 120)
	for i := range began {
		began[i] = i * 11
	}
	pages := 0
	for _, s := range layout(t, raced(t, 10*time.Minute, began...), "en") {
		bars := slices.ContainsFunc(s.shapes, func(sh shape) bool { return sh.pts[0].x == heldX })
		if pages += bit(bars); bars && !says(s, "planned: 10 min") {
			t.Error("a page of bars does not say what they are")
		}
	}
	if pages < 2 {
		t.Errorf("%d pages of bars", pages)
	}
}
