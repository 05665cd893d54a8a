package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/kit"
)

// Whoever takes something back sees what that was, and where.
func TestUndoSaysWhatItDid(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.there(func(b *model.Board) (model.Edit, error) {
		titles := make([]string, 200)
		for i := range titles {
			titles[i] = "One of many"
		}
		return b.AddAll(model.Problem, titles, "b")
	})
	s.says("One of many")
	if s.text("Nets cost a year's fish") != nil {
		t.Fatal("all problems are in view")
	}
	s.open("Village till")
	s.press(s.words.T("sheet.park"))
	s.says(s.words.T("done.park"))
	s.press(s.words.T("undo.what", s.words.T("edit.park")))
	s.says(s.words.T("undo.done", s.words.T("edit.park")))
	s.until("its title is on the board and in the foot", func() bool { return s.times("Village till") == 2 })
	s.press(s.words.T("redo.what", s.words.T("edit.park")))
	s.says(s.words.T("redo.done", s.words.T("edit.park")))
	s.later(time.Second)
	s.press(s.words.T("undo.what", s.words.T("edit.park")))

	s.views().LeadTo("b")
	s.open("Nets cost a year's fish")
	s.press(s.words.T("sheet.move"))
	s.press(s.words.T("moves.first"))
	s.says(s.words.T("done.move"))
	s.later(time.Second)
	s.press(s.words.T("undo.what", s.words.T("edit.move")))
	s.says(s.words.T("undo.done", s.words.T("edit.move")))
	s.until("the column shows the card, and the foot names it", func() bool { return s.times("Nets cost a year's fish") == 2 })
}

// A finger that taps twice takes one step back, and the next tap another.
func TestADoubleTapUndoesOneStep(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	for _, title := range []string{"One", "Two"} {
		s.entry(s.words.T("column.add.problem")).SetText(title)
		s.entry(title).OnSubmitted(title)
		s.says(title)
		s.until("it is stored", s.quiet)
	}
	undo := s.words.T("undo.what", s.words.T("edit.add"))
	s.press(undo)
	s.until("one is gone", func() bool { return len(s.stored().Column(model.Problem)) == 3 && s.quiet() })
	s.later(150 * time.Millisecond)
	s.press(undo)
	s.until("nothing is on its way", s.quiet)
	if len(s.stored().Column(model.Problem)) != 3 {
		t.Fatal("a finger that trembles takes two steps back")
	}
	s.later(time.Second)
	s.press(undo)
	s.until("both are gone", func() bool { return len(s.stored().Column(model.Problem)) == 2 })
}

// times is how often a text is to be seen.
func (s *seat) times(content string) (n int) {
	for _, text := range all[*kit.Text](s) {
		if text.Content() == content {
			n++
		}
	}
	return n
}

// A line of a sheet leads to the card on the board, also where it went on.
func TestALineLeadsToItsCard(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Village till")
	if s.lies("a") {
		t.Fatal("the problem is on the board, where it went on from")
	}
	s.follow("No bank in the village")
	s.until("its sheet is open", func() bool { return s.text(s.words.T("sheet.problem")) != nil })
	if !s.lies("a") {
		t.Error("the problem is not on the board")
	}
	s.press(s.words.T("sheet.done"))
	s.until("it is no more", func() bool { return !s.lies("a") })
}

// lies says whether a card is in view on the board.
func (s *seat) lies(card string) (is bool) {
	s.views().Spots(func(kind, _, id string, _ fyne.Position, _ fyne.Size) { is = is || kind == "card" && id == card })
	return is
}

// Escape goes back from where a card can go to the sheet that it came from, and from
// there to the board.
func TestEscapeGoesBackToTheSheet(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	escape := func() { s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	s.open("Village till")
	for button, panel := range map[string]string{"sheet.move": "moves.sheet", "same.button": "same.sheet"} {
		s.press(s.words.T(button))
		s.says(s.words.T(panel))
		escape()
		s.says(s.words.T("sheet.project"))
	}
	escape()
	s.until("the sheet is closed", func() bool { return s.text(s.words.T("sheet.project")) == nil })
}

// A wrong tap at the clock is taken back like anything else, by the toast's own button
// too; where the controls are locked, for the PIN.
func TestAWrongTapAtTheClock(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.clockRemote()
	s.says("48:00:00")
	s.press(s.words.T("clock.less", 10))
	s.says(s.words.T("done.clock.less"))
	s.says("47:50:00")
	s.press(s.words.T("undo.what", s.words.T("edit.clock.less")))
	s.says(s.words.T("undo.done", s.words.T("edit.clock.less")))
	s.says("48:00:00")
	s.press(s.words.T("clock.start"))
	s.says(s.words.T("done.clock.start"))
	s.later(time.Second)       // so that it is no double tap
	s.press(s.words.T("undo")) // the toast's own
	s.says(s.words.T("clock.start"))

	locked := locked(t, "åtta")
	locked.says("Race at home")
	test.TapCanvas(locked.window.Canvas(), fyne.NewPos(locked.window.Canvas().Size().Width-60, 30))
	locked.tries("åtta", locked.words.T("clock.start"))
	locked.press(locked.words.T("clock.start"))
	locked.says(locked.words.T("clock.pause"))
	locked.later(6 * time.Minute)
	locked.press(locked.words.T("undo.what", locked.words.T("edit.clock.start")))
	locked.says(locked.words.T("lock.ask"))
}

// A parked card is read from the drawer, which comes back after it.
func TestAParkedCardIsOpened(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.press(s.words.T("parked.button", 1))
	s.follow("Parked problem")
	s.says(s.words.T("sheet.parked.notice"))
	s.press(s.words.T("sheet.done"))
	s.says(s.words.T("parked.sheet"))
}
