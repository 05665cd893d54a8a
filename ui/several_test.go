package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/kit"
)

// turns taps the chip that says this.
func (s *seat) turns(label string) {
	s.Helper()
	s.until("a chip "+label, func() bool { return s.chip(label) != nil })
	test.Tap(s.chip(label))
}

func (s *seat) chip(label string) *kit.Chip {
	for _, c := range all[*kit.Chip](s) {
		if c.Text() == label {
			return c
		}
	}
	return nil
}

// chooses begins to choose and taps cards.
func (s *seat) chooses(titles ...string) {
	s.Helper()
	s.turns(s.words.T("select"))
	for _, title := range titles {
		s.open(title)
	}
}

const bank = "No bank in the village"

func TestSeveralProblemsBecomeAProject(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, home, &fakeShelf{})
		s.turns(s.words.T("column.gone", 1))
		s.chooses(nets)
		s.says(s.words.T("select.count", 1))
		s.open(bank)
		s.says(s.words.T("select.count", 2))
		s.looks("several-" + lang)
		s.press(s.words.T("select.gather"))
		s.says(s.words.T("done." + model.LabelGather))
		s.says(s.words.T("cards", 2))
		if s.text(s.words.T("select.count", 2)) != nil {
			t.Error("they are still chosen")
		}
		s.press(s.words.T("undo"))
		s.until("nothing to take back", func() bool { return s.button(s.words.T("undo")).Disabled() })
		if n := len(s.stored().Column(model.Project)); n != 1 {
			t.Errorf("one undo leaves %d projects", n)
		}
	}
}

// What cannot be done with just the chosen cards says why; what was made one card says
// which one stays.
func TestWhatTheChosenCannotBecome(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.turns(s.words.T("column.gone", 1))
	s.chooses(nets, "Village till")
	s.press(s.words.T("select.gather"))
	s.says(s.words.T("select.gather.why"))
	s.press(s.words.T("select.same"))
	s.says(s.words.T("select.same.why"))
	s.open("Village till")
	s.open(bank)
	s.says(s.words.T("select.count", 2))
	s.press(s.words.T("select.same"))
	s.says(s.words.T("done.merge", nets))
}

// stored is the race as the store has it.
func (s *seat) stored() *model.Board {
	s.Helper()
	b, err := s.shelf.races[home].Load(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	return b
}

func TestSeveralAreTagged(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.chooses(nets, "Village till")
	s.press(s.words.T("select.tag"))
	s.entry(s.words.T("tag.new")).SetText("money")
	s.press(s.words.T("tag.add"))
	s.says(s.words.T("done." + model.LabelTag))
	s.until("a chip of the tag", func() bool { return s.chip("money") != nil })
	s.looks("tags-en")
	for _, id := range []model.ID{"b", "p"} {
		if c, _ := s.stored().Card(id); strings.Join(c.Tags, " ") != "money" {
			t.Errorf("%s has the tags %q", id, c.Tags)
		}
	}
	s.turns("money")
	s.until("without the tag", func() bool { c, _ := s.stored().Card("b"); return len(c.Tags) == 0 })
	s.says(s.words.T("select.count", 2)) // still
}

func TestSeveralAreMoved(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.turns(s.words.T("column.gone", 1))
	s.chooses(nets, bank)
	s.press(s.words.T("select.move"))
	s.says(s.words.T("moves.sheet.many", 2))
	s.looks("moves-en")
	s.press("Village till")
	s.says(s.words.T("done."+model.LabelJoins, "Village till"))
	if n := len(s.stored().Sources("p")); n != 2 {
		t.Errorf("the project has %d problems", n)
	}
}

func TestSeveralAreRemovedWithTwoPresses(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.chooses(nets, "Loan by boat")
	s.press(s.words.T("select.move"))
	s.press(s.words.T("sheet.remove"))
	s.press(s.words.T("remove.many.sure", 2))
	s.says(s.words.T("done." + model.LabelRemove))
	if len(s.stored().Column(model.Product)) > 0 {
		t.Error("the product is still there")
	}
	if s.text(s.words.T("moves.sheet.many", 2)) != nil {
		t.Error("the panel stays open")
	}
}

// With its work done, the choice is over: also where the cards left the board.
func TestParkingEndsTheChoice(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.chooses(nets, "Loan by boat")
	s.press(s.words.T("sheet.park"))
	s.says(s.words.T("done." + model.LabelParks))
	s.until("a tap opens again", func() bool { return s.chip(s.words.T("select")) != nil })
	if n := len(s.stored().Parked()); n != 3 {
		t.Errorf("%d are parked", n)
	}
}

// What was chosen here and is parked elsewhere takes its panel with it.
func TestNothingChosenClosesThePanel(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.chooses(nets)
	s.press(s.words.T("select.move"))
	s.says(s.words.T("moves.sheet.many", 1))
	theirs, err := s.stored().Park("b", true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.shelf.races[home].Memory.Commit(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	s.says(s.words.T("select.none"))
	if s.text(s.words.T("moves.sheet.many", 1)) != nil {
		t.Error("the panel stays open")
	}
}

// Escape ends one thing at a time.
func TestEscapeEndsTheChoice(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.chooses(nets)
	s.press(s.words.T("select.move"))
	s.says(s.words.T("moves.sheet.many", 1))
	escape := func() { s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	escape()
	s.until("the panel is closed", func() bool { return s.text(s.words.T("moves.sheet.many", 1)) == nil })
	s.says(s.words.T("select.count", 1))
	escape()
	s.until("nothing is chosen", func() bool { return s.text(s.words.T("select.count", 1)) == nil })
}
