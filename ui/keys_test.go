package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// key sends a key as the driver does: to what has the keys, else to the window.
func (s *seat) key(name fyne.KeyName) {
	canvas := s.window.Canvas()
	e := &fyne.KeyEvent{Name: name}
	switch focused := canvas.Focused(); {
	case name == fyne.KeyTab:
		canvas.FocusNext()
	case focused != nil:
		focused.TypedKey(e)
	default:
		canvas.OnTypedKey()(e)
	}
	s.crank.turn()
}

// reach goes on by Tab until the keys are on something.
func (s *seat) reach(what string, is func(fyne.Focusable) bool) {
	s.Helper()
	for range 300 {
		if s.key(fyne.KeyTab); is(s.window.Canvas().Focused()) {
			return
		}
	}
	s.Fatalf("Tab does not come to %s", what)
}

// saying is whether something says this.
func saying(text string) func(fyne.Focusable) bool {
	return func(o fyne.Focusable) bool {
		switch o := o.(type) {
		case *kit.Button:
			return o.Text == text
		case *kit.Chip:
			return o.Text() == text
		}
		return false
	}
}

// beyond says whether the keys are past the panel, on the search.
func (s *seat) beyond() bool {
	e, ok := s.window.Canvas().Focused().(*kit.Entry)
	return ok && e.PlaceHolder == s.words.T("search")
}

// From wherever Tab comes in a sheet, Escape closes it, and the keys are back
// where it was opened.
func TestEscapeClosesASheetFromEveryStop(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	board := func() { s.key(fyne.KeyDown) }
	by := func(label string) func() { return func() { s.reach(label, saying(s.words.T(label))) } }
	for _, sheet := range []struct {
		title string
		from  func()
	}{
		{"sheet.problem", board}, {"race.sheet", by("race.button")}, {"programme.sheet", by("programme.button")},
		{"report.sheet", by("report.button")}, {"rounds.sheet", by("vote")},
		{"backups.sheet", by("backups")}, {"keys.sheet", by("keys")},
	} {
		shown := func() bool { return s.text(s.words.T(sheet.title)) != nil }
		s.window.Canvas().Unfocus()
		sheet.from()
		from := s.window.Canvas().Focused()
		for stop := 0; ; stop++ {
			s.key(fyne.KeyReturn)
			s.until(sheet.title+" is open", shown)
			for range stop {
				s.key(fyne.KeyTab)
			}
			past := s.beyond()
			if s.key(fyne.KeyEscape); past {
				break
			}
			if now := s.window.Canvas().Focused(); shown() || now != from {
				t.Fatalf("%s: Escape at the stop %d leaves it open: %t, the keys on %T", sheet.title, stop, shown(), now)
			}
		}
	}
}

// A mode that a key began has the keys on the cards that it is about.
func TestAModeThatAKeyBeganHasTheKeysOnTheCards(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.reach("the mode", saying(s.words.T("select")))
	s.key(fyne.KeySpace)
	s.says(s.words.T("select.none"))
	s.key(fyne.KeySpace) // on the card where the keys are
	s.says(s.words.T("select.count", 1))
}
