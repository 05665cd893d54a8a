package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

// doubleTaps taps a button twice in one place, at its ends and in the middle, and waits
// until what the first tap asked is taken back.
func (s *seat) doubleTaps(first, sure string) {
	s.Helper()
	for _, at := range []float32{0.1, 0.5, 0.9} {
		s.says(first)
		b := s.button(first)
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(b.Size().Width*at, b.Size().Height/2)
		test.TapCanvas(s.window.Canvas(), pos)
		s.says(sure)
		test.TapCanvas(s.window.Canvas(), pos)
		s.until("all is as before", func() bool { return s.button(sure) == nil })
	}
}

// What is not done lightly is not done by a finger that taps twice in one place: the
// way back lies there then. It is not far, either.
func TestADoubleTapRemovesNothing(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.window.Resize(fyne.NewSize(1440, 2400)) // all of the sheet is in sight
	s.open("Village till")
	remove := s.words.T("sheet.remove")
	s.doubleTaps(remove, s.words.T("sheet.remove.sure"))
	if _, there := s.stored().Card("p"); !there {
		t.Fatal("the card is gone")
	}
	s.press(remove)
	s.press(s.words.T("sheet.remove.sure"))
	s.until("the card is gone", func() bool { _, there := s.stored().Card("p"); return !there })
}

// Nor does it show what people voted for: the way back stands where the button stood,
// with all that is beside it in its place.
func TestADoubleTapShowsNoResult(t *testing.T) {
	for _, wide := range []float32{1280, 1920} {
		s := sit(t, "sv", home, &fakeShelf{})
		s.window.Resize(fyne.NewSize(wide, 860))
		s.begins()
		s.doubleTaps(s.words.T("vote.show"), s.words.T("vote.show.sure"))
		if _, on := s.stored().Voting(); !on {
			t.Fatalf("the result is shown in a window %v wide", wide)
		}
	}
}

// Nor does it take problems out of a project, one after the other as they slide beneath it.
func TestADoubleTapTakesNoProblemOut(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.window.Resize(fyne.NewSize(1440, 2400))
	s.open("Village till")
	s.until("the way to the problem", func() bool { return len(all[*kit.Sign](s)) > 0 })
	at := func(o fyne.CanvasObject) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	}
	pos := at(all[*kit.Sign](s)[0])
	test.TapCanvas(s.window.Canvas(), pos)
	s.says(s.words.T("sheet.split.sure"))
	test.TapCanvas(s.window.Canvas(), pos)
	s.until("all is as before", func() bool { return s.button(s.words.T("sheet.split.sure")) == nil })
	if n := len(s.stored().Sources("p")); n != 1 {
		t.Fatalf("%d problems are left", n)
	}
	test.TapCanvas(s.window.Canvas(), pos)
	s.press(s.words.T("sheet.split.sure"))
	s.says(s.words.T("done.split"))
}
