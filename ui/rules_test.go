package ui_test

import (
	"slices"
	"strings"
	"testing"

	"racedesk/model"
)

// rules opens the sheet of advice and limits by way of the race's.
func (s *seat) rules() {
	s.Helper()
	s.press(s.words.T("race.button"))
	s.press(s.words.T("rules.open"))
	s.says(s.words.T("rules.sheet"))
}

// advises adds a line to the advice on problems.
func (s *seat) advises(line string) {
	s.Helper()
	e := s.entry(s.words.T("rules.own"))
	e.SetText(line)
	e.OnSubmitted(line)
}

func TestAdviceAndLimits(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, home, &fakeShelf{})
		s.rules()
		s.looks("rules-" + lang)
		s.advises("Asked a user")
		s.press(s.words.T("sheet.done"))
		s.says(s.words.T("done.rules"))
		if lang == "sv" { // the sign alone says which way it goes
			s.says(s.words.T("edit.rules"))
		}
		if checks := s.stored().Rules().Checks; len(checks) != 12 || checks[1].Name != "Asked a user" {
			t.Errorf("stored %v", checks)
		}
		s.press(s.words.T("undo"))
		s.until("the usual ones", func() bool { return len(s.stored().Rules().Checks) == 11 })
	}
}

// Another panel stores what was written, too; what is too long comes back with a sentence.
func TestAdviceThatIsTooLongComesBack(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.rules()
	long := strings.Repeat("x", model.MaxTitle+1)
	s.advises(long)
	s.press(s.words.T("backups"))
	s.says(s.words.T("error.toolong"))
	s.says(s.words.T("rules.sheet"))
	s.entry(long).SetText("Short")
	s.press(s.words.T("backups"))
	s.says(s.words.T("done.rules"))
	if name := s.stored().Rules().Checks[1].Name; name != "Short" {
		t.Errorf("stored %q", name)
	}
}

func TestTooMuchAdvice(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says("Race at home")
	s.there(func(b *model.Board) (model.Edit, error) {
		return b.SetChecks(slices.Repeat([]model.Check{{Stage: model.Problem, Name: "Ett råd"}}, model.MaxList))
	})
	s.rules()
	s.advises("Ett råd för mycket")
	s.press(s.words.T("sheet.done"))
	s.says(s.words.T("fault.many", model.MaxList, 1))
	s.entry("Ett råd för mycket") // it is on the sheet that came back
	s.press(s.words.T("rules.usual"))
	s.press(s.words.T("sheet.done"))
	s.says(s.words.T("done.rules"))
}
